/**
 * Withholds what would tell about single contributors, before a table leaves the warehouse. Plain Java: cells, linear
 * sums over them, and linear programmes. How it works and what it does not do: {@code docs/disclosure.md}.
 */
package vn.cuulong.publish.disclosure;
