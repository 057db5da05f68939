/* Why estimates were revised, and how far they were from values that they did not know. */
(function () {
  'use strict';
  const c = window.cuulong;
  const d3 = window.d3;
  const {h, say} = c;
  const [RIVER, LOTUS, INK, QUIET, HAIR, PAPER] = ['#0e6670', '#b3365f', '#16302f', '#5b6967', '#ddd8c9', '#fbfaf5'];
  /** Told apart by colour and by pattern: full, striped, hollow. */
  const CAUSES = [['revision_by_data_points', 'số liệu mới', 'new data', RIVER], ['revision_by_method_points', 'phương pháp mới', 'a new method', '#9a6a16'],
    ['revision_by_boundary_points', 'sửa địa giới', 'corrected boundaries', '#5a4a9c']];
  const causeName = cause => say(cause[1], cause[2]);
  const points = number => c.num(number, 2, true);
  const HARDLY = 0.005;

  /** First against newest estimate of each year of a unit, split by cause. */
  c.revisionCauses = choice => {
    const rows = c.table('mart.revision').filter(row => row.unit_id === choice.unit && row.boundary_basis === choice.map && row.method_family !== 'ministry' && row.comparison === 'first_to_latest')
      .sort((a, b) => a.period_start < b.period_start ? -1 : 1);
    if (!rows.length) return '';
    const sums = CAUSES.map(cause => ({cause, sum: d3.sum(rows, row => Math.abs(row[cause[0]]))}));
    const all = d3.sum(sums, one => one.sum);
    const at = sums.filter(one => one.sum >= HARDLY);
    const most = sums.reduce((a, b) => b.sum > a.sum ? b : a);
    const title = !at.length ? say('Từ lần đầu đến lần mới nhất, các ước tính hầu như không đổi.', 'From the first to the newest estimate hardly anything changed.')
      : at.length === 1 && most.cause === CAUSES[0] ? say('Mọi điều chỉnh đều do số liệu mới: các lần ước tính dùng chung một phương pháp và một địa giới.', 'All revisions come of new data: the estimates share one method and one set of boundaries.')
      : at.length === 1 ? say(`Mọi điều chỉnh đều do ${causeName(most.cause)}.`, `All revisions come of ${causeName(most.cause)}.`)
        : say(`${c.percent(most.sum / all, 0)} mức điều chỉnh là do ${causeName(most.cause)}.`, `${c.percent(most.sum / all, 0)} of the revisions come of ${causeName(most.cause)}.`);
    const last = rows[rows.length - 1];
    return c.figure({title, kind: 'causes', note: say(`${c.shortName(choice.unit)}: ước tính mới nhất trừ ước tính đầu tiên của mỗi năm, điểm phần trăm GRDP, theo nguyên nhân`, `${c.shortName(choice.unit)}: newest less first estimate of each year, percentage points of GRDP, by cause`), rows: [],
      source: {table: 'mart.revision', column: 'revision_points', rows: [last], where: Object.fromEntries(c.tableWords('mart.revision').key.map(key => [key, last[key]]))},
      draw: width => h('div', {}, bars(width, rows, title), h('div', {class: 'legend'}, CAUSES.map(cause => h('span', {}, swatch(cause), causeName(cause))))),
      table: {name: say('Điều chỉnh theo nguyên nhân', 'Revisions by cause'), head: [say('Năm', 'Year'), say('Lần đầu, ngày', 'First, day'), say('Lần đầu', 'First'), say('Mới nhất, ngày', 'Newest, day'), say('Mới nhất', 'Newest'), say('Điều chỉnh (điểm)', 'Revision (points)'), ...CAUSES.map(cause => c.capital(causeName(cause)))],
        rows: rows.map(row => [row.period_start.slice(0, 4), c.shortDay(row.earlier_vintage), {value: row.earlier_share, text: c.percent(row.earlier_share, 2)}, c.shortDay(row.later_vintage), {value: row.later_share, text: c.percent(row.later_share, 2)},
          ...['revision_points', ...CAUSES.map(cause => cause[0])].map(key => ({value: row[key], text: points(row[key])}))])}});
  };
  const filled = (mark, cause) => mark.attr('fill', cause === CAUSES[0] ? cause[3] : cause === CAUSES[1] ? 'url(#stripes)' : PAPER).attr('stroke', cause[3]).attr('stroke-width', 1.6);
  function stripes(root) {
    const pattern = root.append('defs').append('pattern').attr('id', 'stripes').attr('width', 6).attr('height', 6).attr('patternUnits', 'userSpaceOnUse').attr('patternTransform', 'rotate(45)');
    pattern.append('rect').attr('width', 6).attr('height', 6).attr('fill', PAPER);
    pattern.append('rect').attr('width', 3).attr('height', 6).attr('fill', CAUSES[1][3]);
  }
  function swatch(cause) {
    const root = c.svg(24, 12);
    filled(root.append('rect').attr('x', 1).attr('y', 1).attr('width', 16).attr('height', 10), cause);
    return root.node();
  }
  function bars(width, rows, label) {
    const step = 34;
    const H = rows.length * step + 30;
    const root = c.svg(width, H, label);
    stripes(root);
    const ends = rows.flatMap(row => [d3.sum(CAUSES, cause => Math.max(0, row[cause[0]])), d3.sum(CAUSES, cause => Math.min(0, row[cause[0]]))]);
    const x = d3.scaleLinear([Math.min(0, ...ends), Math.max(0.05, ...ends)], [118, width - 62]).nice(4);
    x.ticks(width < 480 ? 3 : 6).forEach(tick => {
      root.append('line').attr('x1', x(tick)).attr('x2', x(tick)).attr('y1', 2).attr('y2', H - 24).attr('stroke', tick === 0 ? QUIET : HAIR);
      root.append('text').attr('class', 'tick').attr('x', x(tick)).attr('y', H - 8).attr('text-anchor', 'middle').text(c.num(tick, 1, true));
    });
    rows.forEach((row, i) => {
      const y = 2 + i * step + step / 2;
      let [up, down] = [0, 0];
      CAUSES.forEach(cause => {
        const part = row[cause[0]];
        if (Math.abs(part) < 1e-6) return;
        const from = part > 0 ? up : down;
        if (part > 0) up += part; else down += part;
        filled(root.append('rect').attr('x', x(Math.min(from, from + part))).attr('y', y - 8).attr('width', Math.max(1, Math.abs(x(part) - x(0)))).attr('height', 16), cause)
          .append('title').text(`${row.period_start.slice(0, 4)}, ${causeName(cause)}: ${points(part)}`);
      });
      root.append('text').attr('class', 'name').attr('x', 0).attr('y', y + 5).text(row.period_start.slice(0, 4));
      root.append('text').attr('class', 'value halo').attr('x', x(up) + 8).attr('y', y + 5).text(points(row.revision_points));
    });
    return root.node();
  }

  /* ---- values that were left out ---- */
  const FIGURES = [[/core/, 'phần lõi', 'core'], [/digitalised_other/, 'số hóa các ngành khác', 'digitalised other industries'], [/_agri_/, 'trong nông, lâm, thủy sản', 'in agriculture'],
    [/_industry_/, 'trong công nghiệp, xây dựng', 'in industry'], [/_services_/, 'trong dịch vụ', 'in services'], [/.*/, 'toàn bộ kinh tế số', 'whole digital economy']];
  const figureName = code => { const found = FIGURES.find(([is]) => is.test(code)); return say(found[1], found[2]); };
  /** One row for each, the largest error on top; names stand above the bands where there is little room. */
  c.heldOut = (width, given, label, names = {estimate: say('ước tính', 'estimate'), published: say('số đã công bố', 'published value')}) => {
    const rows = [...given].sort((a, b) => b.absolute_error_points - a.absolute_error_points);
    const narrow = width < 620;
    const step = narrow ? 42 : 26;
    const left = narrow ? 0 : 330;
    const right = 56;
    const H = 46 + rows.length * step;
    const root = c.svg(width, H, label);
    const x = d3.scaleLinear([0, d3.max(rows, row => Math.max(row.estimated_share_high, row.published_share))], [left + 4, width - right]).nice(5);
    x.ticks(narrow ? 4 : 6).forEach(tick => {
      root.append('line').attr('x1', x(tick)).attr('x2', x(tick)).attr('y1', 18).attr('y2', H - 20).attr('stroke', HAIR);
      root.append('text').attr('class', 'tick').attr('x', x(tick)).attr('y', H - 4).attr('text-anchor', 'middle').text(c.num(tick * 100, 0) + '%');
    });
    root.append('text').attr('class', 'tick').attr('x', width).attr('y', 11).attr('text-anchor', 'end').text(say('Lệch, điểm', 'Error, points'));
    rows.forEach((row, i) => heldOutRow(root, row, x, 22 + i * step, {narrow, width, step, names}));
    return h('div', {}, root.node(), h('div', {class: 'legend'}, sign('band', say('khoảng 95%', '95% interval')), sign('dot', names.estimate), sign('in', names.published + say(', trong khoảng', ', inside')),
      rows.some(row => !c.yes(row.is_covered)) ? sign('out', names.published + say(', ngoài khoảng', ', outside')) : null));
  };
  function heldOutRow(root, row, x, top, {narrow, width, step, names}) {
    const isIn = c.yes(row.is_covered);
    const middle = top + (narrow ? 28 : step / 2);
    const name = `${c.unitName(row.unit_id)} ${row.period}`;
    const text = root.append('text').attr('class', 'name halo').attr('x', 0).attr('y', narrow ? top + 14 : middle + 5).attr('fill', isIn ? INK : LOTUS).text(name);
    text.append('tspan').attr('class', 'quiet-text').attr('dx', 6).text(figureName(row.indicator));
    band(root, x(row.estimated_share_low), x(row.estimated_share_high), middle);
    root.append('circle').attr('cx', x(row.estimated_share)).attr('cy', middle).attr('r', 4).attr('fill', RIVER);
    diamond(root, x(row.published_share), middle, isIn);
    root.append('text').attr('class', 'value').attr('x', width).attr('y', middle + 5).attr('text-anchor', 'end').attr('fill', isIn ? INK : LOTUS).text(c.num(row.absolute_error_points, 2));
    root.append('rect').attr('class', 'held-out').attr('x', 0).attr('y', top).attr('width', width).attr('height', step).attr('fill', 'transparent').append('title')
      .text(`${name}, ${figureName(row.indicator)}: ${names.published} ${c.percent(row.published_share, 2)}, ${names.estimate} ${c.percent(row.estimated_share, 2)} (${c.num(row.estimated_share_low * 100, 2)}–${c.percent(row.estimated_share_high, 2)})`);
  }
  const band = (root, from, to, y) => root.append('rect').attr('x', from).attr('y', y - 5).attr('width', Math.max(1, to - from)).attr('height', 10).attr('fill', RIVER).attr('opacity', 0.22);
  const diamond = (root, x, y, isIn) => root.append('path').attr('d', d3.symbol(d3.symbolDiamond2, 46)()).attr('transform', `translate(${x},${y})`).attr('fill', isIn ? PAPER : LOTUS).attr('stroke', LOTUS).attr('stroke-width', 1.8);
  function sign(kind, text) {
    const root = c.svg(26, 14);
    if (kind === 'band') band(root, 0, 20, 7);
    else if (kind === 'dot') root.append('circle').attr('cx', 10).attr('cy', 7).attr('r', 4).attr('fill', RIVER);
    else diamond(root, 10, 7, kind === 'in');
    return h('span', {}, root.node(), text);
  }
})();
