package vn.cuulong.contract;

import java.io.Serializable;

/** One text in the two languages of the project. Neither is ever empty. */
public record Bilingual(String vi, String en) implements Serializable {}
