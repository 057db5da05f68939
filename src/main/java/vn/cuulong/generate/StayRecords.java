package vn.cuulong.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Establishments of a sample, every day. Where few rows are asked for, the establishments of a place take turns: a
 * month has several of them, as a province has, and not one that all its figures are about.
 */
final class StayRecords implements Records {
  private static final byte[] PREFIX = "CSLT".getBytes(StandardCharsets.UTF_8);
  private static final Word[] TYPES = Word.list("Khách sạn=hotel", "Nhà nghỉ=guest_house",
      "Homestay=homestay", "Khu nghỉ dưỡng=resort");
  private static final String[] FIRST = {"Khách sạn", "Nhà nghỉ", "Homestay", "Khu nghỉ dưỡng"};
  private static final String[] SECOND = {"Hòa Bình", "Sông Hậu", "Thủy Tiên", "Hương Tràm", "Hoa Sen", "Cồn Phụng",
      "Vườn Dừa", "Mỹ Khánh", "Thanh Hóa", "Đồng Nội", "Bến Xưa", "Phù Sa"};

  private static final long FEWEST = 8;

  /** An establishment of the sample; {@code turn} is its number in its place. */
  private record Establishment(int number, int turn, Place place, Word name, Word type, int rooms, long nightPrice) {}

  private final List<Place> places = new ArrayList<>();
  private final Row row;
  private final long mostRows;
  private List<Establishment> establishments = List.of();
  private long eachDay;
  private long turns;

  /**
   * Establishments of every second place, beginning with the first or the second.
   *
   * @param mostRows no more rows than this, whatever is asked for: a sheet has a last row
   */
  StayRecords(Places all, List<Field> fields, int half, long mostRows) {
    this.mostRows = mostRows;
    for (int i = half; i < all.inScope().size(); i += 2) {
      places.add(all.inScope().get(i));
    }
    this.row = new Row(fields);
  }

  @Override
  public Season season() {
    return Season.TOURISM;
  }

  @Override
  public long total(GenerateSpec spec) {
    long wanted = spec.rows() * 4 / 5 / spec.days() / 15;
    eachDay = Math.max(1, Math.min(wanted, mostRows / spec.days() / places.size()));
    turns = Math.max(FEWEST, eachDay);
    List<Establishment> made = new ArrayList<>();
    for (Place place : places) {
      for (int i = 0; i < turns; i++) {
        made.add(establishment(place, i));
      }
    }
    establishments = Collections.unmodifiableList(made);
    return 0;
  }

  private static Establishment establishment(Place place, int number) {
    int id = place.index() * 10_000 + number;
    SplittableRandom own = Generator.randomOf(id, "establishment", 0, 1);
    int type = own.nextInt(TYPES.length);
    int rooms = new int[] {45, 14, 6, 80}[type] + own.nextInt(30);
    long price = new long[] {480_000, 230_000, 300_000, 1_250_000}[type];
    Word name = Word.text(FIRST[type] + " " + SECOND[own.nextInt(SECOND.length)] + " " + (1 + own.nextInt(9)));
    return new Establishment(id, number, place, name, TYPES[type], rooms, price);
  }

  @Override
  public void day(LocalDate day, long count, SplittableRandom random, Taker taker) throws IOException {
    double busy = Season.TOURISM.of(day);
    row.placeDay = day.toEpochDay();
    row.number(0, day.toEpochDay());
    for (Establishment place : establishments) {
      if ((day.toEpochDay() + place.turn()) % turns >= eachDay) {
        continue;
      }
      double occupancy = Math.min(0.98, 0.42 * busy * (0.85 + 0.3 * random.nextDouble()));
      long rooms = Math.round(place.rooms() * occupancy);
      long guests = Math.round(rooms * 1.7);
      long foreign = Math.round(guests * Math.min(0.6, place.place().internationalShare() * 2));
      row.place(1, place.place());
      row.code(2, PREFIX, place.number(), 6);
      row.word(3, place.name());
      row.word(4, place.type());
      row.number(5, guests - foreign);
      row.number(6, foreign);
      row.number(7, Math.round(guests * (1.1 + 0.5 * random.nextDouble())));
      row.number(8, place.rooms());
      row.number(9, rooms * (place.nightPrice() + random.nextInt(20) * 10_000L));
      taker.take(row);
    }
  }
}
