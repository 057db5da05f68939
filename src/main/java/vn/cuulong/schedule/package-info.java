/** When things are done: definitions for schedulers, and what was missed. Starts nothing and reads no clock. */
package vn.cuulong.schedule;
