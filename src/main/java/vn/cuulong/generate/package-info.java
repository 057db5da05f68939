/**
 * Makes synthetic landing files, deterministic from a seed, with a truth file of everything that was spoiled on
 * purpose. Uses the JDK and the spreadsheet writer only.
 *
 * <p>A {@link vn.cuulong.generate.Source} says how the files of one provider look; its {@code Records} fill a
 * {@code Row} with typed values; {@code Dirt} may spoil a value or the row; a {@code RecordFile} lays out the bytes.
 */
package vn.cuulong.generate;
