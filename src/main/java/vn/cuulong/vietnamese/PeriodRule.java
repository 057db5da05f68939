package vn.cuulong.vietnamese;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * A period: {@code tháng 3/2025}, {@code T3/2025}, {@code quý I/2025}, {@code Q1-2025}, {@code 9 tháng đầu năm 2024},
 * {@code lũy kế đến tháng 9/2024}, {@code năm 2024}, {@code giai đoạn 2021-2025}, {@code 7 ngày Tết 2024}, one day,
 * days from–to, and the codes of {@link Period} themselves. Status words beside it ("Sơ bộ 2024") do not matter.
 */
public final class PeriodRule implements ValueRule {
  /** What of the period is wanted. */
  public enum Part {
    /** First day, as days since 1970 in {@code out.number}. */
    START,
    /** Last day, as days since 1970 in {@code out.number}. */
    END,
    /** The code, as {@code out.text}; the array is reused by the next call. */
    CODE,
    /** First day of exactly one month, as days since 1970 in {@code out.number}. */
    MONTH
  }

  private static final int LONGEST = 120;
  private static final long YEAR_2000 = CalendarDay.epochDay(2000, 1, 1);

  /** Words and the symbol of each; the symbols of a cell form its pattern. A blank is a word without meaning here. */
  private static final String[] MEANINGS = {
      "t:thang,t,thg,m,month,months,mth,th", "q:quy,qui,q,quarter", "n:nam,year,years,cy", "d:dau", "c:cuoi",
      "h:nua,h,half", "l:luy,ytd,cong", "T:tet", "g:ngay,d,days", "a:avg,average,bq,bqcn", "s:sum,tong", "D:den", "F:tu",
      "b:binh", "p:quan", "u:nguyen,dan",
      " :uoc,tinh,so,bo,chinh,thuc,hien,ky,giai,doan,trong,ca,cua,het,ke,don,lieu,du,the,of,first,in,prel,"
          + "preliminary,estimate,estimated,est,final,official,e,p,sb,ut,ct,nien,nhung,kq,ket,qua,cac,lan,thoi,gian",
      "R:i,ii,iii,iv", "Q:qi,qii,qiii,qiv", "N:mot,hai,ba,bon,nam5,sau,bay,tam,chin,muoi"};
  private static final Spellings WORDS = new Spellings();
  private static final byte[] SYMBOLS = new byte[160];
  private static final byte[] VALUES = new byte[160];

  private static final String[] PATTERNS = {"Y", "qNY", "YqN", "tNY", "YtN", "NY", "YN", "NtY", "NtdY", "lNtY",
      "lNtdY", "YNt", "lDtNY", "ltNY", "YlN", "NtcY", "hdY", "hcY", "hNY", "YhN", "YY", "YYa", "YYs", "TY", "YT",
      "YTNg", "NgTY", "tNN", "qNN", "MY", "YM", "aYY", "bpYY", "sYY", "DtNY", "YlDtN", "TYNg", "tNNY", "tNtNY",
      "tNDtNY", "FtNDtNY", "tNDNY", "FYDY", "YDY"};
  private static final Spellings SHAPES = Figure.words(PATTERNS);

  static {
    for (String line : MEANINGS) {
      int value = 1;
      for (String word : line.substring(2).split(",")) {
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        int number = WORDS.put(bytes, 0, bytes.length);
        SYMBOLS[number] = (byte) line.charAt(0);
        VALUES[number] = (byte) value++;
      }
    }
  }

  private final Part part;
  private final Span span = new Span();
  private final Moment moment = new Moment();
  private final byte[] plain = new byte[LONGEST];
  private final byte[] pattern = new byte[16];
  private final int[] values = new int[4];
  private int symbols;
  private int small;
  private int firstYear;
  private int lastYear;
  private Doubt doubt;

  /** A rule for one part. */
  public PeriodRule(Part part) {
    this.part = part;
  }

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    out.clear();
    doubt = null;
    if (!readCode(utf8, offset, length)) {
      if (length > LONGEST) {
        out.missing = MissingMarks.isBlank(utf8, offset, length);
        out.doubt = out.missing ? null : Doubt.PERIOD_NOT_UNDERSTOOD;
        return false;
      }
      int to = Fold.plain(utf8, offset, length, plain);
      if (MissingMarks.isMissingPlain(plain, 0, to)) {
        out.missing = true;
        return false;
      }
      if (!readDays(to) && !readWords(to)) {
        out.doubt = Doubt.PERIOD_NOT_UNDERSTOOD;
        return false;
      }
    }
    return answer(out);
  }

  private boolean answer(Reading out) {
    out.doubt = doubt;
    switch (part) {
      case START -> out.number = span.start;
      case END -> out.number = span.end;
      case CODE -> {
        out.text = span.code;
        out.textOffset = 0;
        out.textLength = span.codeLength;
      }
      case MONTH -> {
        return month(out);
      }
    }
    return true;
  }

  private boolean month(Reading out) {
    out.number = span.start;
    if (span.month) {
      return true;
    }
    LocalDate day = LocalDate.ofEpochDay(span.start);
    if (span.day && (day.getDayOfMonth() == 1 || day.getDayOfMonth() == day.lengthOfMonth())) {
      // A spreadsheet keeps a month as its first day, a report as its last.
      out.number = span.start - day.getDayOfMonth() + 1;
      out.doubt = doubt == null ? Doubt.PERIOD_FROM_DAY : doubt;
      return true;
    }
    out.doubt = Doubt.PERIOD_NOT_A_MONTH;
    return false;
  }

  /** The common path: {@code 2024}, {@code 2024-03}, {@code 2024-Q1}. */
  private boolean readCode(byte[] b, int at, int length) {
    if (length != 4 && length != 7) {
      return false;
    }
    int year = DateRule.digits(b, at, 4);
    if (!isYear(year) || length == 7 && b[at + 4] != '-') {
      return false;
    }
    if (length == 4) {
      return span.year(year);
    }
    if (b[at + 5] == 'Q') {
      return span.quarter(year, b[at + 6] - '0');
    }
    return span.month(year, DateRule.digits(b, at + 5, 2));
  }

  /** One day, or days from–to. */
  private boolean readDays(int to) {
    if (moment.scan(plain, 0, to, DateRule.Order.DMY)) {
      boolean oldSerial = moment.doubt == Doubt.DATE_SERIAL && moment.day < YEAR_2000;
      if (oldSerial || moment.doubt == Doubt.TIME_UNIX || moment.hasTime && moment.micros != 0) {
        return false;
      }
      doubt = moment.doubt;
      return span.day(moment.day);
    }
    for (int i = 6; i < to - 6; i++) {
      int width = divider(i, to);
      if (width > 0 && moment.scan(plain, start(), i, DateRule.Order.DMY) && !moment.hasTime) {
        long first = moment.day;
        Doubt ofFirst = moment.doubt;
        if (moment.scan(plain, i + width, to, DateRule.Order.DMY) && !moment.hasTime) {
          doubt = ofFirst != null ? ofFirst : moment.doubt;
          return span.days(first, moment.day);
        }
      }
    }
    return false;
  }

  /** Behind "từ". */
  private int start() {
    return plain[0] == 't' && plain[1] == 'u' && plain[2] == ' ' ? 3 : 0;
  }

  private int divider(int i, int to) {
    if (plain[i] == '/' || plain[i] == '-') {
      return 1;
    }
    boolean den = plain[i] == ' ' && plain[i + 1] == 'd' && plain[i + 2] == 'e' && plain[i + 3] == 'n';
    return den && i + 4 < to && plain[i + 4] == ' ' ? 5 : 0;
  }

  private boolean readWords(int to) {
    symbols = 0;
    small = 0;
    firstYear = 0;
    lastYear = 0;
    int i = 0;
    while (i < to) {
      byte c = plain[i];
      int end = i + 1;
      if (Numeral.isDigit(c)) {
        while (end < to && Numeral.isDigit(plain[end])) {
          end++;
        }
        if (end - i != 4 && end - i > 2 || !number(DateRule.digits(plain, i, end - i), end - i)) {
          return false;
        }
      } else if (c >= 'a' && c <= 'z') {
        while (end < to && plain[end] >= 'a' && plain[end] <= 'z') {
          end++;
        }
        if (!word(i, end, to)) {
          return false;
        }
      } else if (c < 0) {
        return false;
      }
      i = end;
    }
    int shape = SHAPES.find(pattern, 0, symbols);
    return shape >= 0 && understand(PATTERNS[shape]);
  }

  private boolean number(int value, int digits) {
    if (digits == 4) {
      if (!isYear(value) || lastYear != 0) {
        return false;
      }
      lastYear = firstYear == 0 ? 0 : value;
      firstYear = firstYear == 0 ? value : firstYear;
      return add('Y');
    }
    if (small == values.length) {
      return false;
    }
    values[small++] = value;
    return add('N');
  }

  private boolean word(int from, int end, int to) {
    int english = end - from >= 3 ? Words.month(Words.of(plain, from, Math.min(end, from + 8))) : 0;
    if (english > 0) {
      values[0] = english;
      return small++ == 0 && add('M');
    }
    int word = WORDS.find(plain, from, end - from);
    if (word < 0) {
      return false;
    }
    byte symbol = SYMBOLS[word];
    boolean behindQuarter = symbols > 0 && pattern[symbols - 1] == 'q';
    boolean five = symbol == 'n' && symbols == 0 && monthFollows(end, to);
    if (five) {
      return number(5, 1);
    }
    if (behindQuarter && end - from == 2 && plain[from] == 't' && plain[from + 1] == 'u') {
      return number(4, 1);
    }
    return switch (symbol) {
      case ' ', 'n' -> true;
      case 'u' -> symbols > 0 && pattern[symbols - 1] == 'T';
      case 'R' -> behindQuarter && number(VALUES[word], 1);
      case 'Q' -> add('q') && number(VALUES[word], 1);
      case 'N' -> (behindQuarter || monthFollows(end, to)) && number(VALUES[word], 1);
      default -> add((char) symbol);
    };
  }

  private boolean monthFollows(int from, int to) {
    return to - from >= 6 && plain[from] == ' ' && plain[from + 1] == 't' && plain[from + 2] == 'h'
        && plain[from + 3] == 'a' && plain[from + 4] == 'n' && plain[from + 5] == 'g';
  }

  private boolean add(char symbol) {
    if (symbols == pattern.length) {
      return false;
    }
    pattern[symbols++] = (byte) symbol;
    return true;
  }

  private boolean understand(String shape) {
    return switch (shape) {
      case "Y" -> span.year(firstYear);
      case "qNY", "YqN" -> span.quarter(firstYear, values[0]);
      case "tNY", "YtN", "NY", "YN", "MY", "YM" -> span.month(firstYear, values[0]);
      case "NtY", "NtdY", "lNtY", "lNtdY", "YNt", "lDtNY", "ltNY", "YlN", "DtNY", "YlDtN" ->
          span.firstMonths(firstYear, values[0]);
      case "tNNY", "tNtNY", "tNDtNY", "FtNDtNY", "tNDNY" -> values[0] == 1 && span.firstMonths(firstYear, values[1]);
      case "NtcY" -> span.lastMonths(firstYear, values[0]);
      case "hdY" -> span.half(firstYear, 1);
      case "hcY" -> span.half(firstYear, 2);
      case "hNY", "YhN" -> span.half(firstYear, values[0]);
      case "YY", "FYDY", "YDY" -> span.years(firstYear, lastYear, "");
      case "YYa", "aYY", "bpYY" -> span.years(firstYear, lastYear, "-avg");
      case "YYs", "sYY" -> span.years(firstYear, lastYear, "-sum");
      case "tNN", "qNN" -> twoDigitYear(shape.charAt(0) == 't');
      case "TY", "YT" -> tet(0);
      default -> shape.indexOf('T') >= 0 && tet(values[0]);
    };
  }

  private boolean tet(int days) {
    doubt = Doubt.PERIOD_APPROXIMATE;
    return span.tet(firstYear, days);
  }

  private boolean twoDigitYear(boolean month) {
    doubt = Doubt.DATE_TWO_DIGIT_YEAR;
    int year = values[1] < 69 ? 2000 + values[1] : 1900 + values[1];
    return month ? span.month(year, values[0]) : span.quarter(year, values[0]);
  }

  private static boolean isYear(int year) {
    return year >= 1900 && year <= 2100;
  }

  /** The period, or null when it is missing or not understood. */
  public static Period parse(String text) {
    if (text == null) {
      return null;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    PeriodRule rule = new PeriodRule(Part.START);
    return rule.read(bytes, 0, bytes.length, new Reading())
        ? new Period(LocalDate.ofEpochDay(rule.span.start), LocalDate.ofEpochDay(rule.span.end), rule.span.code())
        : null;
  }
}
