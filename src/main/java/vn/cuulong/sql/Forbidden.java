package vn.cuulong.sql;

/** What a server of published tables does not do for its clients, and how it says so in both languages. */
public enum Forbidden {
  /** A statement that changes something: a table, a file, a setting. */
  CHANGE("This statement would change something.", "Use SELECT, SHOW, DESCRIBE, EXPLAIN or USE.",
      "Câu lệnh này làm thay đổi dữ liệu hoặc thiết lập.", "Hãy dùng SELECT, SHOW, DESCRIBE, EXPLAIN hoặc USE."),
  /** A file or another database, by its place. */
  PLACE("This reads something that is not a published table.", "Name a published table; SHOW SCHEMAS and SHOW TABLES "
      + "IN a schema list them.", "Câu lệnh này đọc dữ liệu nằm ngoài các bảng đã công bố.",
      "Hãy nêu tên một bảng đã công bố; SHOW SCHEMAS và SHOW TABLES IN liệt kê các bảng."),
  /** A function or a program of the client that would run on the server. */
  PROGRAM("This would run a program on the server.", "Use the functions of SQL and of DataFrames; fetch the rows and "
      + "run your own code on them where you are.", "Lệnh này chạy một chương trình trên máy chủ.",
      "Hãy dùng các hàm có sẵn của SQL và DataFrame; hoặc tải các dòng về rồi chạy mã của mình trên máy mình."),
  /** A setting of the server. */
  SETTING("This reads or changes a setting that the server keeps to itself.", "Leave the settings of the session as "
      + "they are.", "Yêu cầu này đọc hoặc thay đổi một thiết lập mà máy chủ giữ riêng.",
      "Hãy giữ nguyên các thiết lập của phiên làm việc.");

  private final String problem;
  private final String remedy;
  private final String problemVi;
  private final String remedyVi;

  Forbidden(String problem, String remedy, String problemVi, String remedyVi) {
    this.problem = problem;
    this.remedy = remedy;
    this.problemVi = problemVi;
    this.remedyVi = remedyVi;
  }

  /** Problem, cause and remedy, Vietnamese first. */
  public String message() {
    return problemVi + " Nguyên nhân: máy chủ này chỉ cho đọc các bảng đã công bố. Cách xử lý: " + remedyVi + "\n"
        + problem + " Cause: this server only reads published tables. Remedy: " + remedy;
  }
}
