package vn.cuulong.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How busy a day is, relative to an ordinary one: Tết, summer, holidays, weekends and growth over the years. */
enum Season {
  /** Visits: Tết, 30 April, 2 September, summer, weekends. */
  TOURISM(0.10) {
    @Override
    double shape(LocalDate day, int fromTet) {
      double factor = MONTHS_OF_TRAVEL[day.getMonthValue() - 1];
      if (fromTet >= 0 && fromTet <= 8) {
        factor *= 2.2;
      } else if (fromTet >= -7 && fromTet < 0) {
        factor *= 0.6;
      }
      return factor * (holiday(day) ? 1.8 : 1) * (weekend(day) ? 1.35 : 0.86);
    }
  },
  /** Orders: weeks before Tết, a pause in Tết, the double days of the platforms. */
  COMMERCE(0.22) {
    @Override
    double shape(LocalDate day, int fromTet) {
      double factor = fromTet >= -24 && fromTet <= -4 ? 1.7 : fromTet >= -3 && fromTet <= 5 ? 0.35 : 1;
      boolean doubleDay = day.getMonthValue() == day.getDayOfMonth() && day.getMonthValue() >= 6;
      return factor * (doubleDay ? 2.2 : 1) * (weekend(day) ? 1.12 : 0.95);
    }
  },
  /** Offices: five days a week, none in Tết and on holidays. */
  OFFICE(0.15) {
    @Override
    double shape(LocalDate day, int fromTet) {
      if (fromTet >= -2 && fromTet <= 5 || holiday(day)) {
        return 0.04;
      }
      return day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.06 : day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.3 : 1.3;
    }
  },
  /** Payments and scans: as orders, with less of a pause. */
  PAYMENT(0.28) {
    @Override
    double shape(LocalDate day, int fromTet) {
      return fromTet >= -21 && fromTet <= -1 ? 1.45 : fromTet >= 0 && fromTet <= 5 ? 0.7 : weekend(day) ? 1.06 : 0.97;
    }
  };

  /** The years for which the date of Tết is known here. */
  static final int FIRST_YEAR = 2016;
  static final int LAST_YEAR = 2034;

  private static final double[] MONTHS_OF_TRAVEL =
      {0.98, 1.10, 0.92, 0.97, 1.00, 1.18, 1.25, 1.12, 0.86, 0.84, 0.85, 0.93};

  /** First day of the lunar year in Viet Nam, from 2015 to 2035. */
  private static final LocalDate[] TET = {
      LocalDate.of(2015, 2, 19), LocalDate.of(2016, 2, 8), LocalDate.of(2017, 1, 28), LocalDate.of(2018, 2, 16),
      LocalDate.of(2019, 2, 5), LocalDate.of(2020, 1, 25), LocalDate.of(2021, 2, 12), LocalDate.of(2022, 2, 1),
      LocalDate.of(2023, 1, 22), LocalDate.of(2024, 2, 10), LocalDate.of(2025, 1, 29), LocalDate.of(2026, 2, 17),
      LocalDate.of(2027, 2, 6), LocalDate.of(2028, 1, 26), LocalDate.of(2029, 2, 13), LocalDate.of(2030, 2, 2),
      LocalDate.of(2031, 1, 23), LocalDate.of(2032, 2, 11), LocalDate.of(2033, 1, 31), LocalDate.of(2034, 2, 19),
      LocalDate.of(2035, 2, 8)};

  private final double growth;

  Season(double growth) {
    this.growth = growth;
  }

  abstract double shape(LocalDate day, int fromTet);

  /** How busy the day is; 1 is an ordinary day of January 2024. */
  double of(LocalDate day) {
    double years = ChronoUnit.DAYS.between(LocalDate.of(2024, 1, 1), day) / 365.25;
    return shape(day, fromTet(day)) * Math.pow(1 + growth, years);
  }

  /** The same without growth: what part of its year the day is. */
  double withoutGrowth(LocalDate day) {
    return shape(day, fromTet(day));
  }

  /** How much more there is than on 1 January 2024. */
  double growthSince2024(LocalDate day) {
    return Math.pow(1 + growth, ChronoUnit.DAYS.between(LocalDate.of(2024, 1, 1), day) / 365.25);
  }

  /** Days from the first day of Tết of the same year; negative before. */
  static int fromTet(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(TET[day.getYear() - 2015], day);
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek().getValue() >= 6;
  }

  private static boolean holiday(LocalDate day) {
    int monthDay = day.getMonthValue() * 100 + day.getDayOfMonth();
    return monthDay == 101 || monthDay == 430 || monthDay == 501 || monthDay == 901 || monthDay == 902;
  }
}
