"""What the published tables say of one another, as the data dictionary words it: which column is made of which.

Nothing here is read from the program that withholds; a reader of the dictionary could write the same.
"""
import csv
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Table:
    """A table of units and months. Measures add up over units; the rest is made of them."""
    product: str
    measures: tuple
    persons: tuple = ()
    wholes: tuple = ()
    ratios: dict = field(default_factory=dict)
    growth: dict = field(default_factory=dict)
    years: dict = field(default_factory=dict)
    regions: dict = field(default_factory=dict)
    shares: dict = field(default_factory=dict)


def growth(stem, measure):
    return {f"{stem}_month": (measure, 1), f"{stem}_year": (measure, 12)}


DOSSIERS = ("dossier_count", "online_dossier_count", "full_online_dossier_count", "due_completed_dossier_count",
            "on_time_dossier_count", "fee_dossier_count", "fee_paid_online_count", "rated_dossier_count")
FEEDBACK = ("feedback_count", "answered_feedback_count")
TABLES = {
    "province_month_tourism": Table(
        "tourism",
        ("guest_count", "guest_domestic_count", "guest_international_count", "guest_night_count", "revenue_vnd",
         "revenue_guest_count"),
        wholes=(("guest_count", "guest_domestic_count", "guest_international_count"),),
        ratios={"guest_international_share": ("guest_international_count", "guest_count"),
                "average_stay_nights": ("guest_night_count", "guest_count"),
                "revenue_per_guest_vnd": ("revenue_vnd", "revenue_guest_count"),
                "guests_per_1000_people": ("guest_count", "population_thousand")},
        growth=growth("guest_growth", "guest_count") | growth("revenue_growth", "revenue_vnd"),
        years={"guest_count_12_months": "guest_count", "revenue_12_months_vnd": "revenue_vnd"},
        regions={"region_guest_count": "guest_count"},
        shares={"guest_share_of_region": "guest_count"}),
    "province_month_ecommerce": Table(
        "ecommerce",
        ("gross_value_vnd", "order_count", "ocop_value_vnd", "buyer_unknown_value_vnd",
         "cancelled_or_returned_order_count", "payment_known_order_count", "cashless_order_count"),
        ratios={"average_basket_vnd": ("gross_value_vnd", "order_count"),
                "cancelled_or_returned_order_share": ("cancelled_or_returned_order_count", "order_count"),
                "cashless_order_share": ("cashless_order_count", "payment_known_order_count"),
                "ocop_value_share": ("ocop_value_vnd", "gross_value_vnd")},
        growth=growth("order_growth", "order_count") | growth("gross_value_growth", "gross_value_vnd"),
        years={"gross_value_12_months_vnd": "gross_value_vnd"},
        regions={"region_gross_value_vnd": "gross_value_vnd"},
        shares={"gross_value_share_of_region": "gross_value_vnd"}),
    "province_month_digital_service": Table(
        "digital-services",
        DOSSIERS + ("rating_sum",) + FEEDBACK,
        persons=DOSSIERS + FEEDBACK,
        ratios={"online_dossier_share": ("online_dossier_count", "dossier_count"),
                "full_online_dossier_share": ("full_online_dossier_count", "dossier_count"),
                "on_time_dossier_share": ("on_time_dossier_count", "due_completed_dossier_count"),
                "fee_paid_online_share": ("fee_paid_online_count", "fee_dossier_count"),
                "average_rating": ("rating_sum", "rated_dossier_count"),
                "answered_feedback_share": ("answered_feedback_count", "feedback_count")},
        growth=growth("dossier_growth", "dossier_count")),
}
# Trade from place to place; the sums over pairs stand in the table of places.
TRADE = "place_month_trade"
TRADE_OF = "province_month_ecommerce"
TRADE_MEASURES = ("gross_value_vnd", "order_count", "ocop_value_vnd")
SIDES = ("sales_within_vnd", "sales_out_vnd", "sales_in_vnd")
COMPARISON = "regional_comparison"
NEW_MAP = "2025-07-01"


class Lands:
    """Which old provinces a unit or a region covers, from the tables of units that the project publishes."""

    def __init__(self, territory):
        self.land, self.old, self.people = defaultdict(set), set(), {}
        for row in self.rows(territory / "merges.csv"):
            self.land[row["new_unit_id"]].add(row["old_unit_id"])
            self.old.add(row["old_unit_id"])
        for row in self.rows(territory / "memberships.csv"):
            self.land[row["region_id"]] |= self.land.get(row["unit_id"]) or {row["unit_id"]}
        for row in self.rows(territory / "split_amounts.csv"):
            if row["weight_variable"] == "population":
                self.people[row["unit_id"]] = float(row["amount"])
        self.regions = {row["unit_id"] for row in self.rows(territory / "units.csv") if row["level"] == "region"}

    @staticmethod
    def rows(path):
        with Path(path).open(encoding="utf-8-sig", newline="") as lines:
            yield from csv.DictReader(lines)

    def of(self, unit):
        return self.land.get(unit, {unit})

    def parts(self, unit, basis, reporting):
        """How much of what each reporting unit has is in a row: all, or a part by population on the old map."""
        if basis == "as_published" and unit not in self.regions:
            return {unit: 1.0} if unit in reporting else {}
        parts = {}
        for one in reporting:
            if self.of(one) <= self.of(unit):
                parts[one] = 1.0
            elif basis == "units_2004":
                inside = sum(self.people[old] for old in self.of(one) & self.of(unit))
                if inside:
                    parts[one] = inside / sum(self.people[old] for old in self.of(one))
        return parts


def before(month, months):
    """The first day of a month some months earlier."""
    count = int(month[:4]) * 12 + int(month[5:7]) - 1 - months
    return f"{count // 12:04d}-{count % 12 + 1:02d}-01"
