package vn.cuulong.contract;

/** One text in the two languages of the project. Neither is ever empty. */
public record Bilingual(String vi, String en) {}
