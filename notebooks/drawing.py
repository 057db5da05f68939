"""The hand of the report for notebooks: its paper, ink and type, Vietnamese numbers, one message on each chart."""

import base64
import io
import logging
import tempfile
import textwrap
from pathlib import Path

import matplotlib
from fontTools.ttLib import TTFont
from IPython.display import display
from matplotlib import font_manager, patches, ticker
from matplotlib import pyplot as plt
from PIL import Image

PAPER, SILT, HAIR, INK, QUIET = "#fbfaf5", "#f1eee4", "#ddd8c9", "#16302f", "#52605e"
RIVER, LOTUS, AMBER, PADDY, FAINT = "#0e6670", "#b3365f", "#9a6a16", "#4f7a28", "#a9b5b2"
RAMP = ["#e9eed6", "#bcd8b4", "#7fb8a0", "#2c7776", "#0c5561"]
WIDTH = 8.6
_FONTS = Path(__file__).resolve().parent.parent / "src/main/resources/report/font"


def _fonts():
    """The report's fonts, which are kept as WOFF2; without them matplotlib's own, which knows Vietnamese too."""
    folder = tempfile.TemporaryDirectory()
    for woff in sorted(_FONTS.glob("*.woff2")):
        name, part, weight, _ = woff.stem.rsplit("-", 3)
        font = TTFont(woff)
        font.flavor = None
        path = Path(folder.name) / f"{woff.stem}.ttf"
        font.save(path)
        # The parts of an alphabet are families of their own: matplotlib looks for a letter in one after the other.
        font_manager.fontManager.ttflist.append(
            font_manager.FontEntry(fname=str(path), name=f"{name} {part}", weight=int(weight)))
    return folder


_kept = _fonts()
_families = {one.name for one in font_manager.fontManager.ttflist}
SANS = [one for one in ("be-vietnam-pro latin", "be-vietnam-pro vietnamese") if one in _families] + ["DejaVu Sans"]
SERIF = [one for one in ("source-serif-4 latin", "source-serif-4 vietnamese") if one in _families] + ["DejaVu Serif"]

# Source Serif is here in one weight only, and a fallback need not have each.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
matplotlib.rcParams.update({
    "font.family": SANS, "font.size": 10, "text.color": INK, "figure.facecolor": PAPER, "axes.facecolor": PAPER,
    "axes.edgecolor": HAIR, "axes.labelcolor": QUIET, "xtick.color": QUIET, "ytick.color": INK, "xtick.labelsize": 9,
    "xtick.major.pad": 6,
    "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False, "xtick.major.size": 0,
    "ytick.major.size": 0, "axes.grid": True, "axes.grid.axis": "x", "grid.color": HAIR, "grid.linewidth": 0.7,
    "axes.axisbelow": True, "svg.hashsalt": "cuulong", "hatch.linewidth": 2.4})


def number(value, digits=0):
    """As Vietnamese is written: 1.234,5; an unknown value is a dash."""
    if value is None:
        return "–"
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,")).replace("-", "−")


def percent(share, digits=1):
    return "–" if share is None else f"{number(share * 100, digits)}%"


def month(day):
    return f"{day.month}/{day.year}"


def _balanced(text, width):
    """Lines of about the same length, and no more of them than needed."""
    count = len(textwrap.wrap(text, width))
    return next(lines for lines in (textwrap.wrap(text, at) for at in range(10, width + 1)) if len(lines) <= count)


def draw(claim, note, height, left=1.7, right=0.9):
    """A figure with its message above, and axes of `height` inches between margins of `left` and `right` inches."""
    lines, notes = _balanced(claim, 72), _balanced(note, 108)
    head = 0.34 + 0.28 * len(lines) + 0.19 * len(notes) + 0.16
    total = head + height + 0.78
    figure = plt.figure(figsize=(WIDTH, total))
    axes = figure.add_axes((left / WIDTH, 0.78 / total, (WIDTH - left - right) / WIDTH, height / total))
    for i, line in enumerate(lines):
        figure.text(0.25 / WIDTH, 1 - (0.34 + 0.28 * i) / total, line, family=SERIF, weight=600, size=15, va="center")
    for i, line in enumerate(notes):
        figure.text(0.25 / WIDTH, 1 - (0.34 + 0.28 * len(lines) + 0.19 * i - 0.02) / total, line, size=9.5, color=QUIET,
                    va="center")
    axes.xaxis.set_major_locator(ticker.MaxNLocator(7, steps=[1, 2, 5, 10]))
    figure.claim = claim
    return figure, axes


def _rows(axes, names):
    """One row for each name, the first on top, without ticks."""
    for row, name in enumerate(names):
        axes.text(-0.012, row, name, transform=axes.get_yaxis_transform(), ha="right", va="center")
    axes.set_ylim(len(names) - 0.45, -0.55)
    axes.set_yticks([])


def bars(claim, note, rows, text, strong=(), empty="không có số", left=1.7):
    """Bars with their values. Rows: (name, value or None); text: makes the words for a value; strong: names to stress;
    empty: what stands for a value that is not known."""
    figure, axes = draw(claim, note, 0.29 * len(rows) + 0.1, left)
    _rows(axes, [name for name, _ in rows])
    known = [value for _, value in rows if value is not None] or [1]
    space = 0.012 * (max(known + [0]) - min(known + [0]))
    for row, (name, value) in enumerate(rows):
        if value is None:
            axes.text(space, row, empty, va="center", size=9, color=QUIET)
            continue
        axes.barh(row, value, height=0.62, color=RIVER if name in strong else RAMP[2] if value >= 0 else AMBER)
        axes.text(value + (space if value >= 0 else -space), row, text(value), va="center", weight=500, size=9.5,
                  ha="left" if value >= 0 else "right")
    if min(known) < 0:
        room = 0.13 * (max(known) - min(known))
        axes.set_xlim(min(known) - room, max(known) + room)
        axes.axvline(0, color=INK, linewidth=0.8)
    axes.xaxis.set_major_formatter(lambda value, _: number(value, 0 if max(known) > 4 else 1))
    return figure, axes


def intervals(claim, note, rows, text, left=1.7, right=0.9, row_height=0.36):
    """Values with what they may lie between, as bands. Rows: dictionaries with name, value, low, high (or None), and
    perhaps other (a second value, drawn as a diamond), tone, shape. An interval beyond the axes is cut there."""
    figure, axes = draw(claim, note, row_height * len(rows) + 0.1, left, right)
    _rows(axes, [one["name"] for one in rows])
    for row, one in enumerate(rows):
        tone = one.get("tone", RIVER)
        if one["low"] is not None and one["high"] is not None:
            axes.barh(row, one["high"] - one["low"], left=one["low"], height=0.4, color=tone, alpha=0.2)
        if one.get("other") is not None:
            axes.plot(one["other"], row, marker="D", color=PAPER, markeredgecolor=LOTUS, markeredgewidth=1.6,
                      markersize=6)
        if one["value"] is not None:
            axes.plot(one["value"], row, marker=one.get("shape", "o"), color=tone, markersize=7)
        axes.text(1.015, row, text(one), transform=axes.get_yaxis_transform(), va="center", size=9.5, weight=500)
    return figure, axes


def _apart(places, gap):
    """The places of names, moved until each is a gap away from the next; they stay around where they were."""
    order = sorted(range(len(places)), key=lambda i: (places[i], i))
    moved = [places[i] for i in order]
    for _ in range(200):
        for i in range(len(moved) - 1):
            lack = gap - (moved[i + 1] - moved[i])
            if lack > 1e-9:
                moved[i], moved[i + 1] = moved[i] - lack / 2, moved[i + 1] + lack / 2
    return [moved[order.index(i)] for i in range(len(places))]


def lines(claim, note, series, ticks, text, height=3.3, mark=None, start=0.0):
    """Lines that bear their names. Series: dictionaries with name, values (None is a gap), and perhaps tone, low, high;
    ticks: a word for each position, empty where there is no room; mark: (position, word) of a day to point out;
    start: where the axis of values begins."""
    figure, axes = draw(claim, note, height, left=0.75, right=1.45)
    ends = []
    for one in series:
        tone = one.get("tone", FAINT)
        at = [i for i, value in enumerate(one["values"]) if value is not None]
        gapped = [float("nan") if value is None else value for value in one["values"]]
        if one.get("low"):
            held = [i for i in at if one["low"][i] is not None]
            axes.fill_between(held, [one["low"][i] for i in held], [one["high"][i] for i in held], color=tone,
                              alpha=0.16, linewidth=0)
        axes.plot(gapped, color=tone, linewidth=1.5 if tone == FAINT else 2.6, solid_capstyle="round",
                  marker="o" if len(at) < 2 else None, zorder=2 if tone == FAINT else 3)
        if at and one["name"]:
            ends.append((one["values"][at[-1]], one["name"], tone))
    axes.grid(axis="y")
    axes.grid(False, axis="x")
    axes.set_ylim(start)
    axes.set_xlim(-0.2, len(ticks) - 0.8)
    axes.set_xticks([i for i, word in enumerate(ticks) if word], [word for word in ticks if word])
    axes.yaxis.set_major_formatter(lambda value, _: text(value))
    axes.tick_params(axis="y", labelcolor=QUIET, labelsize=9)
    top = axes.get_ylim()[1]
    for y, (_, name, tone) in zip(_apart([one[0] for one in ends], 0.21 / height * (top - start)), ends):
        axes.text(len(ticks) - 0.7, y, name, va="center", size=9.5, weight=400 if tone == FAINT else 500,
                  color=QUIET if tone == FAINT else tone)
    if mark:
        axes.axvline(mark[0], color=LOTUS, linewidth=1, linestyle=(0, (3, 3)))
        axes.text(mark[0] - 0.12, start + (top - start) * 0.03, mark[1], size=8.5, color=LOTUS, ha="right")
    return figure, axes


def cells(claim, note, names, heads, values, text, steps, left=1.7, cell=0.36):
    """A table of coloured cells; a value that is unknown has a dash and no colour. Values: a list for each name;
    steps: four bounds between the five colours, ascending."""
    figure, axes = draw(claim, note, cell * len(names) + 0.3, left, right=0.25)
    _rows(axes, names)
    axes.set_ylim(len(names) - 0.5, -0.5 - 0.3 / cell)
    axes.set_xlim(-0.5, len(heads) - 0.5)
    axes.set_xticks([])
    axes.grid(False)
    axes.spines["bottom"].set_visible(False)
    for column, head in enumerate(heads):
        axes.text(column, -0.62, head, ha="center", va="bottom", size=9, color=QUIET, linespacing=1.05)
        for row in range(len(names)):
            value = values[row][column]
            if value is None:
                axes.text(column, row, "–", ha="center", va="center", color=QUIET)
                continue
            tone = sum(value >= step for step in steps)
            axes.add_patch(patches.Rectangle((column - 0.485, row - 0.46), 0.97, 0.92, facecolor=RAMP[tone],
                                             linewidth=0))
            axes.text(column, row, text(value), ha="center", va="center", size=9.5, color="white" if tone > 2 else INK)
    return figure, axes


def parts(claim, note, rows, words):
    """Wholes of two parts. Rows: (name, share of the second part); words: what the parts are called."""
    figure, axes = draw(claim, note, 0.42 * len(rows), left=2.75, right=0.4)
    _rows(axes, [name for name, _ in rows])
    for row, (_, second) in enumerate(rows):
        axes.barh(row, 1 - second, height=0.66, color=RAMP[1])
        axes.barh(row, second, left=1 - second, height=0.66, color=LOTUS)
        axes.text((1 - second) / 2, row, f"{words[0]} {percent(1 - second, 0)}", ha="center", va="center", size=9)
        axes.text(1 - second / 2, row, f"{words[1]} {percent(second, 0)}", ha="center", va="center", size=9,
                  color="white", weight=500)
    axes.set_xlim(0, 1)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    return figure, axes


def show(figure, source, origins):
    """Sets source and mark below and shows the figure; `origins` are the values of `data_origin` of what is drawn."""
    height = figure.get_size_inches()[1]
    x, y = 0.25 / WIDTH, 0.19 / height
    origins = set(origins)
    if "synthetic" in origins:
        mark = figure.text(x + 0.09 / WIDTH, y + 0.085 / height,
                           "Số liệu minh họa" if len(origins) == 1 else "Có phần số liệu minh họa", size=9, weight=500,
                           color="#6d4405", va="center")
        wide = mark.get_window_extent().width / figure.dpi + 0.18
        figure.add_artist(patches.Rectangle((x, y - 0.03 / height), wide / WIDTH, 0.23 / height, facecolor="#fbf3e0",
                                            transform=figure.transFigure, edgecolor="#d9bd86", linewidth=0.8))
        x += (wide + 0.14) / WIDTH
    figure.text(x, y + 0.085 / height, source, size=8.5, color=QUIET, va="center")
    raw = io.BytesIO()
    figure.savefig(raw, format="png", dpi=144, metadata={"Software": None})
    plt.close(figure)
    # Few colours, so that the repository stays small.
    small = io.BytesIO()
    colours = Image.open(raw).convert("RGB").quantize(96, kmeans=1, dither=Image.Dither.NONE)
    colours.save(small, format="png", optimize=True)
    display({"image/png": base64.b64encode(small.getvalue()).decode(), "text/plain": figure.claim}, raw=True,
            metadata={"image/png": {"width": int(WIDTH * 96)}})


def table(head, rows):
    """Shows a table; numbers stand to the right. Head: names; rows: lists of text."""
    numeric = [all(set(row[i]) <= set("0123456789.,%−–±() ") for row in rows) for i in range(len(head))]
    lines = [f"| {' | '.join(head)} |", f"|{'|'.join('---:' if one else ':---' for one in numeric)}|"]
    lines += [f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |" for row in rows]
    display({"text/markdown": "\n".join(lines), "text/plain": "\n".join(" · ".join(row) for row in [head, *rows])},
            raw=True)
