/**
 * What a run tells the world beside its own words: lineage, metrics, notices. Nothing here decides what a run does, and
 * nothing that goes wrong here fails it: it becomes a warning of the report.
 */
package vn.cuulong.watch;
