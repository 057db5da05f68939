package vn.cuulong.lake;

/** The contract and the stored table, or the contract and the rows, differ in a way that is not an added column. */
public final class SchemaChangeException extends LakeException {
  private static final long serialVersionUID = 1L;

  SchemaChangeException(String problem, String reason, String remedy) {
    super(problem, reason, remedy, null);
  }
}
