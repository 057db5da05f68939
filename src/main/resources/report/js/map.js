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

  /* ---- names on a map ---- */
  const box = (x, y, w, h) => ({left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2, x, y});
  /** Points all over a box, dense enough to feel a river in it. */
  const points = ({left, right, top, bottom}) => [0, 1, 0.5, 0.25, 0.75].flatMap(v => [0, 1, 0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875]
    .map(u => [left + (right - left) * u, top + (bottom - top) * v]));
  const meet = (a, b) => a.left < b.right + 3 && b.left < a.right + 3 && a.top < b.bottom + 2 && b.top < a.bottom + 2;

  /** Where a name fits inside its land, nearest to the middle; null when it fits nowhere. */
  function inside(ring, [mx, my], w, h) {
    const [left, right] = d3.extent(ring, point => point[0]);
    const [top, bottom] = d3.extent(ring, point => point[1]);
    const spots = [];
    for (let i = 1; i < 30; i++) {
      for (let k = 1; k < 30; k++) {
        const [x, y] = [left + (right - left) * i / 30, top + (bottom - top) * k / 30];
        spots.push([x, y, Math.hypot(x - mx, y - my)]);
      }
    }
    const found = spots.sort((a, b) => a[2] - b[2]).find(([x, y]) => points(box(x, y, w + 4, h)).every(point => d3.polygonContains(ring, point)));
    return found ? box(found[0], found[1], w, h) : null;
  }
  /** Where a name stands beside the land, on water and on no other name; null when that would be far away. */
  function beside(land, taken, [mx, my], w, h, width, height) {
    for (let r = 16; r < Math.max(90, width * 0.24); r += 6) {
      for (let i = 0; i < 36; i++) {
        // To the right first, where the sea is.
        const angle = (i % 2 ? 1 : -1) * Math.ceil(i / 2) * Math.PI / 18;
        const spot = box(mx + r * Math.cos(angle) + Math.cos(angle) * w / 2, my + r * Math.sin(angle), w, h);
        const free = spot.left >= 0 && spot.right <= width && spot.top >= 0 && spot.bottom <= height && !taken.some(other => meet(spot, other))
          && points(box(spot.x, spot.y, w + 8, h + 4)).every(point => !land.some(ring => d3.polygonContains(ring, point)));
        if (free) return {...spot, from: [mx, my]};
      }
    }
    return null;
  }
  /**
   * A place for each name, of its ways of being written the first that fits inside its land; else the last way, beside
   * all land with a line; else over the middle.
   */
  function placed(labels, ids, place, width, height) {
    const land = ids.flatMap(id => rings(id).map(ring => ring.map(place)));
    const largest = id => rings(id).reduce((a, b) => Math.abs(d3.polygonArea(b)) > Math.abs(d3.polygonArea(a)) ? b : a).map(place);
    const fitted = labels.map(label => {
      const at = middle(label.id, place);
      const ring = largest(label.id);
      for (const way of label.ways) {
        const spot = inside(ring, at, way.width, way.height);
        if (spot) return {...label, at, way, spot};
      }
      return {...label, at, way: label.ways[label.ways.length - 1]};
    });
    const taken = fitted.filter(label => label.spot).map(label => label.spot);
    return fitted.map(label => {
      if (label.spot) return label;
      const {at, way} = label;
      // A little wider, so that the line ends before the first letter.
      const spot = beside(land, taken, at, way.width * 1.12 + 4, way.height, width, height) || box(at[0], at[1], way.width, way.height);
      taken.push(spot);
      return {...label, spot, out: Boolean(spot.from)};
    });
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
    });
    if (names) writeNames();
    return root.node();

    function writeNames() {
      const small = width < 420 || basis === 'units_2004';
      const written = (lines, figures, size) => ({lines, figures, size, width: d3.max([...lines, ...figures], line => line.length) * size * 0.53, height: (lines.length + figures.length) * size * 1.22});
      const labels = ids.map(id => {
        const one = values.get(id) || {value: null};
        const name = c.unitName(id);
        const figure = one.value === null ? [] : [measure.number(one.value) + (measure.tight ? '%' : '')];
        const sizes = small ? [11.5] : [14, 12];
        const roomy = !(small && width < 560);
        return {id, fill: one.value === null ? '#f1eee4' : colour(one.value), ways: roomy ? [...sizes, sizes[sizes.length - 1]].map(size => written([name], figure, size))
          : [written([name], [], 11.5), written(name.split(' '), [], 11), written(name.split(' '), [], 9.5), written([name], [], 11)]};
      });
      placed(labels, ids, place, width, H).forEach(({way: {lines, figures, size}, fill, spot, out}) => {
        if (out) {
          const edge = [Math.max(spot.left, Math.min(spot.right, spot.from[0])), Math.max(spot.top, Math.min(spot.bottom, spot.from[1]))];
          // Dark on light below it, so that it is seen on land of any shade.
          [['#fbfaf5', 3], ['#16302f', 1]].forEach(([ink, thick]) => {
            texts.append('line').attr('x1', spot.from[0]).attr('y1', spot.from[1]).attr('x2', edge[0]).attr('y2', edge[1]).attr('stroke', ink).attr('stroke-width', thick).attr('stroke-linecap', 'round');
            texts.append('circle').attr('cx', spot.from[0]).attr('cy', spot.from[1]).attr('r', 1.4 + thick).attr('fill', ink);
          });
        }
        const text = texts.append('text').attr('class', 'place').attr('stroke', out ? '#fbfaf5' : fill).attr('stroke-width', 3).attr('stroke-linejoin', 'round').attr('paint-order', 'stroke')
          .attr('text-anchor', 'middle').attr('fill', out ? '#16302f' : c.inkOn(fill));
        text.node().style.fontSize = size + 'px';
        [...lines, ...figures].forEach((line, i) => text.append('tspan').attr('class', i < lines.length ? null : 'figure-text').attr('x', spot.x).attr('y', spot.top + size * (1.22 * i + 0.95)).text(line));
      });
    }
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
        const [from, to] = [measure.number(edges[i]), measure.number(edges[i + 1])];
        // A value on an edge is of the class above it.
        return h('span', {}, swatch, i + 2 < edges.length ? say(`${from} đến dưới ${to}`, `${from} to under ${to}`) : `${from}–${to}`);
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
    // Each name above its point, or below or beside it where another name stands.
    const size = width < 420 ? 12 : 14;
    const taken = [];
    ids.forEach(id => {
      const [x, y] = middles.get(id);
      const w = c.unitName(id).length * size * 0.55;
      const spots = [[x, y - 15], [x, y + 16], [x + w / 2 + 9, y], [x - w / 2 - 9, y]].map(([u, v]) => box(u, v, w, size * 1.2));
      const spot = spots.find(one => one.left >= 0 && one.right <= width && !taken.some(other => meet(one, other))) || spots[0];
      taken.push(spot);
      root.append('circle').attr('cx', x).attr('cy', y).attr('r', 3.5).attr('fill', '#16302f');
      const text = root.append('text').attr('class', 'place halo').attr('x', spot.x).attr('y', spot.y + size * 0.36).attr('text-anchor', 'middle').text(c.unitName(id));
      text.node().style.fontSize = size + 'px';
    });
    return root.node();
  };
})();
