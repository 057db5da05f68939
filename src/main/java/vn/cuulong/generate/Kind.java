package vn.cuulong.generate;

/** What a generated value is; decides how it is written and how it can be spoiled. */
enum Kind {
  /** An identifier: a prefix and a number of fixed width. */
  CODE,
  /** Free text that cleaning should give back composed and tidied. */
  TEXT,
  /** A word of a code list. */
  WORD,
  /** A province. */
  PLACE,
  /** A day. */
  DATE,
  /** A moment in Viet Nam. */
  TIME,
  /** A month. */
  MONTH,
  /** A plain whole number. */
  INTEGER,
  /** A count that may carry a word. */
  QUANTITY,
  /** An amount of money, held in đồng. */
  MONEY,
  /** A number of hundredths. */
  DECIMAL,
  /** Yes or no. */
  FLAG,
  /** A column that cleaning drops or ignores; never spoiled. */
  DROPPED
}
