/* Drawings: small, alike, and each with one thing to say. Every mark that can be read has a title for the pointer. */
(function () {
  'use strict';
  const c = window.cuulong;
  const d3 = window.d3;
  const {say} = c;

  const INK = '#16302f';
  const QUIET = '#5b6967';
  const HAIR = '#ddd8c9';
  const RIVER = '#0e6670';
  const LOTUS = '#b3365f';
  /** Told apart by those who see colours differently, and dark enough on paper. */
  c.tones = ['#0e6670', '#b3365f', '#9a6a16', '#4f7a28', '#5a4a9c', '#8a4b2a'];
  c.ramp = ['#e9eed6', '#bcd8b4', '#7fb8a0', '#2c7776', '#0c5561'];
  c.inkOn = colour => d3.lab(colour).l > 62 ? INK : '#ffffff';

  const svg = (width, height, label) => {
    const root = d3.create('svg').attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height)
      .attr('role', 'img').attr('focusable', 'false');
    if (label) root.attr('aria-label', label); else root.attr('aria-hidden', 'true');
    return root;
  };
  c.svg = svg;
  const textWidth = (text, size) => text.length * size * 0.56;

  /* ---- lines over time ---- */
  /**
   * series: [{name, tone, quiet, points: [{start, value, low, high, dashed}]}]; unit; kind of period; label.
   */
  c.line = (width, {series, unit, kind, label, height, fromZero, reference}) => {
    const drawn = series.map(one => ({...one, points: one.points.filter(point => point.value !== null)})).filter(one => one.points.length);
    const all = drawn.flatMap(one => one.points);
    const largest = d3.max(all, point => Math.max(Math.abs(point.value), Math.abs(point.high || 0))) || 1;
    const measure = c.measure(unit, largest);
    const H = height || Math.max(150, Math.min(260, width * 0.46));
    const names = drawn.length > 1;
    const right = names ? Math.min(width * 0.3, 12 + d3.max(drawn, one => textWidth(one.name, 12))) : 22;
    const root = svg(width, H, label);
    const low = d3.min(all, point => Math.min(point.value, point.low ?? point.value));
    const high = d3.max(all, point => Math.max(point.value, point.high ?? point.value, reference ? reference.value : -Infinity));
    const zero = fromZero !== false && low >= 0;
    const spread = (high - low) || Math.abs(high) || 1;
    const axis = c.measure(unit, largest);
    const named = axis.unit() && !axis.tight;
    const y = d3.scaleLinear([zero ? 0 : low - spread * 0.12, high + spread * (zero ? 0.04 : 0.12)], [H - 26, named ? 28 : 14]).nice(4);
    // No axis goes beyond what its values can be: below nothing, or above the whole of a share.
    const whole = axis.tight && low >= 0 && high * axis.scale <= 100 ? 100 / axis.scale : Infinity;
    y.domain([low >= 0 ? Math.max(0, y.domain()[0]) : y.domain()[0], Math.min(whole, y.domain()[1])]);
    const ticks = y.ticks(4);
    const digits = tickDigits(ticks, axis.scale);
    const tickText = value => c.num(value * axis.scale, digits) + (axis.tight ? '%' : '');
    const left = 8 + d3.max(ticks, tick => textWidth(tickText(tick), 11.5));
    const dates = all.map(point => +c.date(point.start));
    const x = d3.scaleUtc(d3.extent(dates), [left, width - right]);
    if (x.domain()[0] - x.domain()[1] === 0) x.domain([x.domain()[0] - 1, +x.domain()[1] + 1]);
    const grid = root.append('g');
    ticks.forEach(tick => {
      grid.append('line').attr('x1', left).attr('x2', width - right).attr('y1', y(tick)).attr('y2', y(tick))
        .attr('stroke', tick === 0 ? QUIET : HAIR).attr('stroke-width', tick === 0 ? 1 : 0.8);
      grid.append('text').attr('x', left - 6).attr('y', y(tick) + 4).attr('text-anchor', 'end').attr('class', 'tick').text(tickText(tick));
    });
    if (named) unitName(root, axis);
    timeAxis(root, x, [...new Set(all.map(point => point.start))].sort(), kind, H, width - right - left, width);
    if (reference) {
      root.append('line').attr('x1', left).attr('x2', width - right).attr('y1', y(reference.value)).attr('y2', y(reference.value))
        .attr('stroke', LOTUS).attr('stroke-dasharray', '2 3');
      root.append('text').attr('class', 'mark-text').attr('fill', LOTUS).attr('x', left + 4).attr('y', y(reference.value) - 5).text(reference.name);
    }
    const ends = [];
    drawn.forEach((one, index) => {
      const colour = one.quiet ? '#7d8a86' : one.tone || c.tones[index % c.tones.length];
      const group = root.append('g');
      const banded = one.points.filter(point => point.low !== null && point.low !== undefined);
      if (banded.length > 1) {
        group.append('path').attr('fill', colour).attr('opacity', 0.15).attr('d', d3.area(point => x(c.date(point.start)), point => y(point.low), point => y(point.high))(banded));
      }
      const line = d3.line(point => x(c.date(point.start)), point => y(point.value));
      const split = one.points.findIndex(point => point.dashed);
      const solid = split < 0 ? one.points : one.points.slice(0, split);
      const path = (points, dashed) => points.length > 1 && group.append('path').attr('fill', 'none').attr('stroke', colour)
        .attr('stroke-width', one.quiet ? 1.4 : 2.2).attr('stroke-linejoin', 'round').attr('stroke-dasharray', dashed ? '4 3' : null).attr('d', line(points));
      path(solid, false);
      if (split >= 0) path(one.points.slice(Math.max(0, split - 1)), true);
      one.points.forEach((point, i) => {
        const lastOne = i === one.points.length - 1;
        group.append('circle').attr('cx', x(c.date(point.start))).attr('cy', y(point.value))
          .attr('r', lastOne || one.points.length === 1 ? 3.6 : one.points.length > 20 || one.quiet ? 1.2 : 2).attr('fill', point.dashed ? '#fbfaf5' : colour).attr('stroke', colour).attr('stroke-width', point.dashed ? 1.4 : 0);
        group.append('circle').attr('cx', x(c.date(point.start))).attr('cy', y(point.value)).attr('r', 9).attr('fill', 'transparent')
          .append('title').text(`${one.name}, ${c.period(kind, point.start)}: ${measure.full(point.value)}`
            + (point.low !== null && point.low !== undefined ? ` (${measure.number(point.low)}–${measure.full(point.high)})` : ''));
      });
      const end = one.points[one.points.length - 1];
      ends.push({name: one.name, colour, x: x(c.date(end.start)), y: y(end.value), bold: !one.quiet});
    });
    if (names) {
      apart(ends, 14, 10, H - 26).forEach(end => root.append('text').attr('class', 'end').attr('x', end.x + 8).attr('y', end.y + 4)
        .attr('fill', end.bold ? end.colour : QUIET).attr('font-weight', end.bold ? 500 : 400).text(end.name));
    }
    return root.node();
  };
  /** What the numbers of an axis count, above it. */
  function unitName(root, measure) {
    root.append('text').attr('class', 'tick').attr('x', 0).attr('y', 11).text(c.capital(measure.unit()));
  }
  function tickDigits(ticks, scale) {
    const step = ticks.length > 1 ? (ticks[1] - ticks[0]) * scale : ticks[0] * scale;
    return step >= 1 && Math.abs(step - Math.round(step)) < 1e-9 ? 0 : step >= 0.1 ? 1 : 2;
  }
  /** A label of an axis around a point, and within the drawing. */
  function tickAt(root, at, y, text, width) {
    const half = textWidth(text, 11.5) / 2 + 1;
    root.append('text').attr('class', 'tick').attr('x', Math.max(half, Math.min(width - half, at))).attr('y', y).attr('text-anchor', 'middle').text(text);
  }
  function timeAxis(root, x, starts, kind, H, space, width) {
    const most = Math.max(2, Math.floor(space / (kind === 'month' ? 62 : kind === 'year' ? 44 : 78)));
    const every = Math.ceil(starts.length / most);
    starts.filter((start, i) => (starts.length - 1 - i) % every === 0).forEach(start => {
      tickAt(root, x(c.date(start)), H - 8, c.shortPeriod(kind, start), width);
      root.append('line').attr('x1', x(c.date(start))).attr('x2', x(c.date(start))).attr('y1', H - 26).attr('y2', H - 22).attr('stroke', QUIET);
    });
  }
  /** Labels moved apart, top to bottom. */
  function apart(labels, gap, top, bottom) {
    const sorted = [...labels].sort((a, b) => a.y - b.y);
    for (let round = 0; round < 30; round++) {
      for (let i = 1; i < sorted.length; i++) {
        const overlap = gap - (sorted[i].y - sorted[i - 1].y);
        if (overlap > 0) {
          sorted[i].y += overlap / 2;
          sorted[i - 1].y -= overlap / 2;
        }
      }
      for (const one of sorted) one.y = Math.max(top, Math.min(bottom, one.y));
    }
    return sorted;
  }

  /* ---- a line without axes ---- */
  c.spark = (width, height, points, tone, domain) => {
    const root = svg(width, height);
    const shown = points.filter(point => point.value !== null);
    if (shown.length < 2) return root.node();
    const x = d3.scaleUtc(d3.extent(shown, point => +c.date(point.start)), [3, width - 5]);
    const y = d3.scaleLinear(domain || d3.extent(shown, point => point.value), [height - 5, 6]);
    const colour = tone || RIVER;
    root.append('path').attr('fill', colour).attr('opacity', 0.1).attr('d', d3.area(point => x(c.date(point.start)), height, point => y(point.value))(shown));
    root.append('path').attr('fill', 'none').attr('stroke', colour).attr('stroke-width', 1.8).attr('d', d3.line(point => x(c.date(point.start)), point => y(point.value))(shown));
    const end = shown[shown.length - 1];
    root.append('circle').attr('cx', x(c.date(end.start))).attr('cy', y(end.value)).attr('r', 3).attr('fill', colour);
    return root.node();
  };

  /* ---- a few places on one line, from the least to the most ---- */
  /** points: [{name, value, period}], sorted. The ends are named; every point has a title. */
  c.strip = (width, height, points, unit) => {
    const root = svg(width, height);
    const measure = c.measure(unit, d3.max(points, point => Math.abs(point.value)));
    const x = d3.scaleLinear(d3.extent(points, point => point.value), [6, width - 8]);
    const y = 16;
    root.append('line').attr('x1', 6).attr('x2', width - 8).attr('y1', y).attr('y2', y).attr('stroke', HAIR).attr('stroke-width', 2);
    points.forEach(point => root.append('circle').attr('cx', x(point.value)).attr('cy', y).attr('r', 5.5).attr('fill', RIVER).attr('fill-opacity', 0.85).attr('stroke', '#fbfaf5').attr('stroke-width', 1.2)
      .append('title').text(`${point.name}: ${measure.full(point.value)} (${point.period})`));
    const [least, most] = [points[0], points[points.length - 1]];
    root.append('text').attr('class', 'tick').attr('x', 0).attr('y', y + 25).text(least.name);
    root.append('text').attr('class', 'tick').attr('x', width).attr('y', y + 25).attr('text-anchor', 'end').text(most.name);
    return root.node();
  };

  /* ---- bars with intervals ---- */
  /** rows: [{name, value, low, high, strong, note}]; unit; reference: {name, value}; label. */
  c.bars = (width, {rows, unit, reference, label, ranked}) => {
    const measure = c.measure(unit, d3.max(rows, row => Math.abs(row.value)) || 1);
    const narrow = width < 480;
    const step = 34;
    const left = Math.min(width * 0.36, 18 + (ranked ? 26 : 0) + d3.max(rows, row => textWidth(row.name, 14)));
    const right = Math.min(width * 0.32, 16 + d3.max(rows, row => textWidth(measure.number(row.value) + (measure.tight ? '%' : '') + (narrow ? '' : '  ' + (row.note || '')), 13.5)));
    const named = measure.unit() && !measure.tight;
    const top = reference || named ? 22 : 4;
    const H = top + rows.length * step + 6;
    const root = svg(width, H, label);
    const least = Math.min(0, d3.min(rows, row => Math.min(row.value, row.low ?? 0)));
    const x = d3.scaleLinear([least, d3.max(rows, row => Math.max(row.value, row.high ?? row.value, reference ? reference.value : 0)) || 1], [left, width - right]);
    if (named) unitName(root, measure);
    if (reference && reference.value !== null) {
      root.append('line').attr('x1', x(reference.value)).attr('x2', x(reference.value)).attr('y1', 18).attr('y2', H - 2).attr('stroke', INK).attr('stroke-dasharray', '2 3');
    }
    rows.forEach((row, i) => {
      const middle = top + i * step + step / 2;
      const colour = row.strong ? LOTUS : RIVER;
      const group = root.append('g');
      group.append('rect').attr('x', 0).attr('y', middle - step / 2).attr('width', width).attr('height', step).attr('fill', 'transparent');
      if (ranked) group.append('text').attr('class', 'rank').attr('x', 0).attr('y', middle + 5).text(row.rank ?? '–');
      group.append('text').attr('class', 'name').attr('x', ranked ? 26 : 0).attr('y', middle + 5).attr('fill', row.strong ? LOTUS : INK)
        .attr('font-weight', row.strong ? 700 : 400).text(row.name);
      if (row.value !== null) {
        group.append('rect').attr('x', Math.min(x(0), x(row.value))).attr('y', middle - 7).attr('height', 14).attr('width', Math.abs(x(row.value) - x(0)))
          .attr('fill', colour).attr('opacity', row.quiet ? 0.45 : 0.88);
        if (row.low !== null && row.low !== undefined) {
          group.append('line').attr('x1', x(row.low)).attr('x2', x(row.high)).attr('y1', middle).attr('y2', middle).attr('stroke', INK).attr('stroke-width', 1.6);
          [row.low, row.high].forEach(end => group.append('line').attr('x1', x(end)).attr('x2', x(end)).attr('y1', middle - 5).attr('y2', middle + 5).attr('stroke', INK).attr('stroke-width', 1.6));
        }
      }
      const words = measure.number(row.value) + (measure.tight ? '%' : '');
      let at = Math.max(x(Math.max(0, row.value || 0)), row.high !== null && row.high !== undefined ? x(row.high) : 0) + 8;
      // A number that the line of the region would run through stands behind it.
      if (reference && reference.value !== null && x(reference.value) > at - 5 && x(reference.value) < at + textWidth(words, 13.5) + 3) at = x(reference.value) + 6;
      const text = group.append('text').attr('class', 'value halo').attr('x', at).attr('y', middle + 5);
      text.append('tspan').text(measure.number(row.value) + (measure.tight && row.value !== null ? '%' : ''));
      if (row.note && !narrow) text.append('tspan').attr('class', 'quiet-text').attr('dx', 8).text(row.note);
      group.append('title').text(`${row.name}: ${measure.full(row.value)}${row.note ? ', ' + row.note : ''}`);
    });
    root.append('line').attr('x1', x(0)).attr('x2', x(0)).attr('y1', top).attr('y2', H - 6).attr('stroke', QUIET).attr('stroke-width', 1);
    if (reference && reference.value !== null) {
      const anchor = x(reference.value) > width * 0.7 ? 'end' : 'start';
      root.append('text').attr('class', 'mark-text').attr('x', x(reference.value)).attr('y', 12).attr('text-anchor', anchor).attr('fill', INK)
        .text(`${reference.name}: ${measure.number(reference.value)}${measure.tight ? '%' : ''}`);
    }
    return root.node();
  };

  /* ---- ranks over time ---- */
  /** units: [{name, strong, ranks: [{start, rank}]}] */
  const RANK_TONES = ['#0e6670', '#c77f0a', '#5a4a9c', '#6a9a2f', '#16302f', '#8a4b2a'];
  const RANK_SHAPES = [d3.symbolCircle, d3.symbolSquare, d3.symbolTriangle, d3.symbolDiamond, d3.symbolStar, d3.symbolCross];
  c.bump = (width, {units, starts, kind, label}) => {
    const most = d3.max(units, unit => d3.max(unit.ranks, one => one.rank)) || 1;
    const H = 34 + most * 30;
    const root = svg(width, H, label);
    const right = Math.min(width * 0.32, 34 + d3.max(units, unit => textWidth(unit.name, 13)));
    const x = d3.scalePoint(starts, [24, width - right]);
    const y = d3.scalePoint(d3.range(1, most + 1), [16, H - 40]);
    const every = Math.ceil(starts.length / Math.max(2, Math.floor((width - right) / 64)));
    starts.filter((start, i) => (starts.length - 1 - i) % every === 0).forEach(start => tickAt(root, x(start), H - 6, c.shortPeriod(kind, start), width));
    d3.range(1, most + 1).forEach(rank => root.append('text').attr('class', 'tick').attr('x', 0).attr('y', y(rank) + 4).text(rank));
    units.forEach((unit, index) => {
      const colour = unit.strong ? LOTUS : units.length <= 6 ? RANK_TONES[index] : '#7f9a98';
      const shape = units.length <= 6 ? RANK_SHAPES[index] : d3.symbolCircle;
      const known = unit.ranks.filter(one => one.rank !== null);
      if (!known.length) return;
      const group = root.append('g').attr('opacity', unit.strong || units.length <= 6 ? 1 : 0.75);
      group.append('path').attr('fill', 'none').attr('stroke', colour).attr('stroke-width', unit.strong ? 4 : 2.2)
        .attr('d', d3.line(one => x(one.start), one => y(one.rank)).curve(d3.curveBumpX)(known));
      known.forEach(one => group.append('path').attr('d', d3.symbol(shape, units.length > 6 ? 36 : unit.strong ? 90 : 62)()).attr('transform', `translate(${x(one.start)},${y(one.rank)})`).attr('fill', colour)
        .append('title').text(`${unit.name}, ${c.period(kind, one.start)}: ${say('hạng', 'rank')} ${one.rank}`));
      const end = known[known.length - 1];
      if (end.start === starts[starts.length - 1]) group.append('text').attr('class', 'end').attr('x', x(end.start) + 12).attr('y', y(end.rank) + 4).attr('fill', unit.strong ? LOTUS : INK)
        .attr('font-weight', unit.strong ? 700 : 400).text(`${end.rank}  ${unit.name}`);
    });
    return root.node();
  };

  /* ---- a point with its interval, one row each ---- */
  /** rows: [{name, value, low, high, strong, other: [{value, name}]}] */
  c.intervals = (width, {rows, unit, label, reference}) => {
    const measure = c.measure(unit, d3.max(rows, row => row.high ?? row.value) || 1);
    const step = 36;
    const left = Math.min(width * 0.36, 14 + d3.max(rows, row => textWidth(row.name, 14)));
    const H = rows.length * step + 34;
    const root = svg(width, H, label);
    const values = rows.flatMap(row => [row.value, row.low, row.high, ...(row.other || []).map(one => one.value)]).filter(value => value !== null && value !== undefined);
    const x = d3.scaleLinear([0, d3.max([...values, reference ? reference.value : 0])], [left, width - 62]).nice(5);
    const axis = x.ticks(width < 480 ? 4 : 6);
    axis.forEach(tick => {
      root.append('line').attr('x1', x(tick)).attr('x2', x(tick)).attr('y1', 4).attr('y2', H - 26).attr('stroke', HAIR);
      root.append('text').attr('class', 'tick').attr('x', x(tick)).attr('y', H - 8).attr('text-anchor', 'middle').text(c.num(tick * measure.scale, tickDigits(axis, measure.scale)) + (measure.tight ? '%' : ''));
    });
    rows.forEach((row, i) => {
      const y = 4 + i * step + step / 2;
      const colour = row.strong ? LOTUS : RIVER;
      root.append('text').attr('class', 'name').attr('x', 0).attr('y', y + 5).attr('fill', row.strong ? LOTUS : INK).attr('font-weight', row.strong ? 700 : 400).text(row.name);
      if (row.low !== null && row.low !== undefined) {
        root.append('rect').attr('x', x(row.low)).attr('y', y - 6).attr('width', Math.max(1, x(row.high) - x(row.low))).attr('height', 12).attr('fill', colour).attr('opacity', 0.22);
      }
      if (row.value !== null) {
        root.append('circle').attr('cx', x(row.value)).attr('cy', y).attr('r', 5.5).attr('fill', colour)
          .append('title').text(`${row.name}: ${measure.full(row.value)}`);
        root.append('text').attr('class', 'value').attr('x', Math.max(x(row.high ?? row.value), x(row.value) + 4) + 7).attr('y', y + 5).text(measure.full(row.value));
      }
      (row.other || []).forEach(one => root.append('path').attr('d', d3.symbol(d3.symbolDiamond2, 44)()).attr('transform', `translate(${x(one.value)},${y})`).attr('fill', '#fbfaf5').attr('stroke', LOTUS).attr('stroke-width', 1.8)
        .append('title').text(`${one.name}: ${measure.full(one.value)}`));
    });
    return root.node();
  };

  /* ---- share as a bar, in words and width ---- */
  c.gauge = (width, share, tone) => {
    const root = svg(width, 8);
    root.append('rect').attr('width', width).attr('height', 8).attr('fill', '#e6e2d5');
    root.append('rect').attr('width', width * Math.max(0, Math.min(1, share))).attr('height', 8).attr('fill', tone || RIVER);
    return root.node();
  };
})();
