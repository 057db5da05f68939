package vn.cuulong.vietnamese;

import java.util.Arrays;

/**
 * A dictionary from the bytes of a text to a small whole number, so that repeated text (provinces, platforms,
 * statuses) is understood once per spelling. Numbers are given out from 0 in the order of {@link #put}; the caller
 * keeps what it understood in an array of its own, by that number.
 *
 * <p>Open addressing over raw bytes: neither {@link #find} nor a {@link #put} of a known text allocates. Not thread
 * safe.
 */
public final class Spellings {
  private static final int EMPTY = -1;

  private byte[] bytes = new byte[1024];
  private int used;
  private int[] starts = new int[65];
  private int[] hashes = new int[64];
  private int[] slots = new int[128];
  private int size;

  /** An empty dictionary. */
  public Spellings() {
    Arrays.fill(slots, EMPTY);
  }

  /** Number of texts. */
  public int size() {
    return size;
  }

  /** The number of the text, or -1 when it has none. */
  public int find(byte[] utf8, int offset, int length) {
    return slots[slot(utf8, offset, length, hash(utf8, offset, length))];
  }

  /** The number of the text, a new one when it has none. */
  public int put(byte[] utf8, int offset, int length) {
    int hash = hash(utf8, offset, length);
    int slot = slot(utf8, offset, length, hash);
    if (slots[slot] != EMPTY) {
      return slots[slot];
    }
    if (2 * (size + 1) > slots.length) {
      grow();
      slot = slot(utf8, offset, length, hash);
    }
    keep(utf8, offset, length, hash);
    slots[slot] = size;
    return size++;
  }

  /** The text of a number, as a new array. */
  public byte[] text(int number) {
    if (number < 0 || number >= size) {
      throw new IndexOutOfBoundsException("no spelling " + number + " among " + size);
    }
    return Arrays.copyOfRange(bytes, starts[number], starts[number + 1]);
  }

  private int slot(byte[] utf8, int offset, int length, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != EMPTY && !same(slots[slot], utf8, offset, length, hash)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean same(int number, byte[] utf8, int offset, int length, int hash) {
    return hashes[number] == hash
        && Arrays.equals(bytes, starts[number], starts[number + 1], utf8, offset, offset + length);
  }

  private void keep(byte[] utf8, int offset, int length, int hash) {
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(used + length, 2 * bytes.length));
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size + 1);
    }
    System.arraycopy(utf8, offset, bytes, used, length);
    used += length;
    starts[size + 1] = used;
    hashes[size] = hash;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, EMPTY);
    int mask = slots.length - 1;
    for (int number = 0; number < size; number++) {
      int slot = hashes[number] & mask;
      while (slots[slot] != EMPTY) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = number;
    }
  }

  private static int hash(byte[] utf8, int offset, int length) {
    int hash = length;
    for (int i = offset, end = offset + length; i < end; i++) {
      hash = 31 * hash + utf8[i];
    }
    // The low bits choose the slot, so the high ones are mixed into them.
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
