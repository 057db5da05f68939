package vn.cuulong.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Payments of a unit, a day and a channel, in proportion to its people; cash gives way to the other channels. */
final class PaymentRecords implements Records {
  private static final Word[] CHANNELS = Word.list("VietQR=qr", "Ví điện tử=e_wallet", "POS=pos",
      "Internet/Mobile Banking=internet_banking", "Tiền mặt=cash");
  /** Payments a day for a thousand people, and đồng for one payment. */
  private static final double[] PER_THOUSAND = {95, 22, 9, 60, 80};
  private static final long[] VALUE = {310_000, 145_000, 620_000, 2_850_000, 480_000};
  private static final int CASH = 4;
  private static final long TEN_THOUSAND = 10_000;
  private static final byte[] BATCH = "B".getBytes(StandardCharsets.UTF_8);

  private final Places places;
  private final Row row;

  PaymentRecords(Places places, List<Field> fields) {
    this.places = places;
    this.row = new Row(fields);
  }

  @Override
  public Season season() {
    return Season.PAYMENT;
  }

  @Override
  public void day(LocalDate day, long count, SplittableRandom random, Taker taker) throws IOException {
    double busy = Season.PAYMENT.withoutGrowth(day);
    double growth = Season.PAYMENT.growthSince2024(day);
    row.placeDay = day.toEpochDay();
    row.number(0, day.toEpochDay());
    for (Map.Entry<Place.Name, List<Place>> unit : places.unitsOn(day.toEpochDay()).entrySet()) {
      double people = unit.getValue().stream().mapToDouble(Place::populationThousand).sum();
      row.object[1] = unit.getKey();
      row.missing[1] = false;
      for (int channel = 0; channel < CHANNELS.length; channel++) {
        double change = channel == CASH ? 1 / Math.sqrt(growth) : growth;
        long payments = Math.round(people * PER_THOUSAND[channel] * busy * change * (0.95 + 0.1 * random.nextDouble()));
        row.word(2, CHANNELS[channel]);
        row.number(3, payments);
        row.number(4, Math.round(payments * VALUE[channel] * (0.97 + 0.06 * random.nextDouble()) / TEN_THOUSAND)
            * TEN_THOUSAND);
        row.number(5, channel == CASH ? 0 : 1);
        row.code(6, BATCH, random.nextInt(10_000), 4);
        taker.take(row);
      }
    }
  }
}
