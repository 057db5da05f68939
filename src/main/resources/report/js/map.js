/* Maps: outlines of units, filled by a value. */
(function () {
  'use strict';
  const c = window.cuulong;
  const d3 = window.d3;
  const {h, say} = c;
  const LATITUDE = Math.cos(10 * Math.PI / 180);

  const rings = id => (c.given('places').outlines[id] || []).map(ring => ring.map(([lon, lat]) => [lon * LATITUDE, -lat]));
  c.hasOutline = id => Boolean(c.given('places').outlines[id]);

  function frame(ids, width, height, margin) {
    const points = ids.flatMap(id => rings(id).flat());
    const [left, right] = d3.extent(points, point => point[0]);
    const [top, bottom] = d3.extent(points, point => point[1]);
    const scale = Math.min((width - margin * 2) / (right - left), (height - margin * 2) / (bottom - top));
    const dx = (width - (right - left) * scale) / 2 - left * scale;
    const dy = (height - (bottom - top) * scale) / 2 - top * scale;
    return ([x, y]) => [x * scale + dx, y * scale + dy];
  }
  const path = (id, place) => rings(id).map(ring => 'M' + ring.map(point => place(point).map(n => n.toFixed(1)).join(',')).join('L') + 'Z').join('');
  /** Where a name stands: the point of the largest ring that is farthest from its edge, across more than up. */
  function middle(id, place) {
    const ring = rings(id).reduce((a, b) => Math.abs(d3.polygonArea(b)) > Math.abs(d3.polygonArea(a)) ? b : a).map(place);
    const [left, right] = d3.extent(ring, point => point[0]);
    const [top, bottom] = d3.extent(ring, point => point[1]);
    let best = {room: -1, point: d3.polygonCentroid(ring)};
    const flat = ([x, y]) => [x / 2.8, y];
    for (let i = 1; i < 24; i++) {
      for (let k = 1; k < 24; k++) {
        const point = [left + (right - left) * i / 24, top + (bottom - top) * k / 24];
        if (d3.polygonContains(ring, point)) {
          const room = d3.min(d3.pairs(ring), ([from, to]) => distance(flat(point), flat(from), flat(to)));
          if (room > best.room) best = {room, point};
        }
      }
    }
    return best.point;
  }

  function distance([x, y], [x1, y1], [x2, y2]) {
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const t = length ? Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) : 0;
    return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
  }

  /** Values in five classes of equal size; few units share the ramp between them. */
  c.classes = values => {
    const sorted = values.filter(value => value !== null).sort(d3.ascending);
    const distinct = [...new Set(sorted)];
    const colours = distinct.length >= 5 ? c.ramp : c.ramp.slice(5 - Math.max(1, distinct.length));
    return d3.scaleQuantile(sorted.length ? sorted : [0], colours);
  };

  /**
   * values: Map of unit to {value, estimated}; basis; unit of measure; strong: a unit to point out; label; plain: no
   * links and no names.
   */
  c.map = (width, {values, basis, unit, strong, label, height, names = true, scale}) => {
    const ids = c.members(basis).filter(c.hasOutline);
    const H = height || Math.round(Math.min(width * 0.86, 620));
    const root = d3.create('svg').attr('viewBox', `0 0 ${width} ${H}`).attr('width', width).attr('height', H).attr('class', 'map')
      .attr('role', 'group').attr('aria-label', label);
    const place = frame(ids, width, H, 12);
    const colour = scale || c.classes([...values.values()].map(one => one.value));
    const hatch = root.append('defs').append('pattern').attr('id', 'no-value').attr('width', 6).attr('height', 6).attr('patternUnits', 'userSpaceOnUse').attr('patternTransform', 'rotate(45)');
    hatch.append('rect').attr('width', 6).attr('height', 6).attr('fill', '#f1eee4');
    hatch.append('line').attr('y2', 6).attr('stroke', '#cfc9b8').attr('stroke-width', 2);
    const measure = c.measure(unit, d3.max([...values.values()], one => Math.abs(one.value || 0)));
    const links = root.append('g');
    const texts = root.append('g').attr('aria-hidden', 'true').attr('pointer-events', 'none');
    ids.forEach(id => {
      const one = values.get(id) || {value: null};
      const fill = one.value === null ? 'url(#no-value)' : colour(one.value);
      const words = `${c.unitName(id)}: ${one.value === null ? say('không có số liệu', 'no value') : measure.full(one.value)}`;
      const link = links.append('a').attr('href', c.unit(id).page).attr('aria-label', words).attr('class', 'land');
      link.append('path').attr('d', path(id, place)).attr('fill', fill).attr('stroke', id === strong ? '#b3365f' : '#fbfaf5')
        .attr('stroke-width', id === strong ? 2.6 : 1.4).attr('stroke-linejoin', 'round').append('title').text(words);
      if (id === strong) link.raise();
      if (names) {
        const [x, y] = middle(id, place);
        const dark = one.value === null ? '#16302f' : c.inkOn(fill);
        const small = width < 420 || basis === 'units_2004';
        const text = texts.append('text').attr('class', small ? 'place small' : 'place').attr('stroke', one.value === null ? '#f1eee4' : fill).attr('stroke-width', 3).attr('stroke-linejoin', 'round').attr('paint-order', 'stroke').attr('x', x).attr('y', y).attr('fill', dark).attr('text-anchor', 'middle');
        text.append('tspan').attr('x', x).text(c.unitName(id));
        if (one.value !== null && !(small && width < 560)) text.append('tspan').attr('x', x).attr('dy', '1.25em').attr('class', 'figure-text').text(measure.number(one.value) + (measure.tight ? '%' : ''));
      }
    });
    return root.node();
  };

  /** What the colours of a map stand for. */
  c.legend = (scale, unit, values) => {
    const measure = c.measure(unit, d3.max(values.filter(value => value !== null), Math.abs));
    const [least, most] = d3.extent(values.filter(value => value !== null));
    const edges = [least, ...scale.quantiles(), most];
    return h('div', {class: 'legend'}, h('span', {class: 'legend-unit'}, measure.unit() === '%' ? '%' : measure.unit()),
      scale.range().map((colour, i) => {
        const swatch = h('i', {'aria-hidden': 'true'});
        swatch.style.background = colour;
        return h('span', {}, swatch, `${measure.number(edges[i])}–${measure.number(edges[i + 1])}`);
      }));
  };

  /** Where a unit lies, without a value. */
  c.locator = (width, height, unit) => {
    const basis = c.basisOf(unit);
    const root = c.svg(width, height);
    const ids = c.members(basis).concat(c.members(basis).includes(unit) ? [] : [unit]).filter(c.hasOutline);
    const place = frame(ids, width, height, 4);
    ids.forEach(id => root.append('path').attr('d', path(id, place)).attr('fill', id === unit ? '#0e6670' : '#dfe3d0').attr('stroke', '#fbfaf5').attr('stroke-width', 1));
    for (const part of c.unit(unit).parts.filter(c.hasOutline)) {
      root.append('path').attr('d', path(part, place)).attr('fill', 'none').attr('stroke', '#fbfaf5').attr('stroke-width', 0.9).attr('stroke-dasharray', '2 2');
    }
    return root.node();
  };

  /** Streams of goods between places: width by value. pairs: [{from, to, value}] */
  c.streams = (width, {pairs, basis, unit, label, strong}) => {
    const ids = c.members(basis).filter(c.hasOutline);
    const H = Math.round(Math.min(width * 0.86, 620));
    const root = c.svg(width, H, label);
    const place = frame(ids, width, H, 14);
    const measure = c.measure(unit, d3.max(pairs, pair => pair.value));
    const middles = new Map(ids.map(id => [id, middle(id, place)]));
    ids.forEach(id => root.append('path').attr('d', path(id, place)).attr('fill', id === strong ? '#cfe0d3' : '#ecebdc').attr('stroke', '#fbfaf5').attr('stroke-width', 1.4));
    const thick = d3.scaleLinear([0, d3.max(pairs, pair => pair.value)], [0, Math.max(9, width / 52)]);
    [...pairs].filter(pair => middles.has(pair.from) && middles.has(pair.to) && pair.from !== pair.to).sort((a, b) => a.value - b.value).forEach(pair => {
      const [x1, y1] = middles.get(pair.from);
      const [x2, y2] = middles.get(pair.to);
      const bend = 0.22;
      const mx = (x1 + x2) / 2 - (y2 - y1) * bend;
      const my = (y1 + y2) / 2 + (x2 - x1) * bend;
      const colour = strong && pair.from !== strong && pair.to !== strong ? '#aab5ac' : pair.from === strong ? '#b3365f' : '#0e6670';
      root.append('path').attr('d', `M${x1},${y1}Q${mx},${my} ${x2},${y2}`).attr('fill', 'none').attr('stroke', colour).attr('stroke-opacity', 0.55).attr('stroke-linecap', 'round').attr('stroke-width', Math.max(1, thick(pair.value)))
        .append('title').text(`${c.unitName(pair.from)} → ${c.unitName(pair.to)}: ${measure.full(pair.value)}`);
    });
    ids.forEach(id => {
      const [x, y] = middles.get(id);
      root.append('circle').attr('cx', x).attr('cy', y).attr('r', 3.5).attr('fill', '#16302f');
      root.append('text').attr('class', 'place halo').attr('x', x).attr('y', y - 9).attr('text-anchor', 'middle').text(c.unitName(id));
    });
    return root.node();
  };
})();
