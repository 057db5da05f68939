/* Goods sold on platforms, from province to province. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;

  /** More streams than these hide each other. */
  const MOST = 12;

  c.pages.trade = place => {
    const choice = Object.assign({map: 'units_2025', unit: ''}, c.choice());
    const redraw = change => {
      Object.assign(choice, change);
      c.choose(choice);
      c.redraw();
    };
    const members = c.members(choice.map);
    place.append(h('div', {class: 'controls'}, c.basisChoices(choice.map, value => redraw({map: value, unit: ''})),
      c.select(say('Làm nổi bật', 'Point out'), [{value: '', label: say('không', 'nobody')}, ...members.map(id => ({value: id, label: c.unitName(id)}))], choice.unit, value => redraw({unit: value}))));
    const streams = pairs(choice);
    const balance = flows(choice);
    const shown = [streams, balance].filter(Boolean);
    if (c.table('mart.place_month_trade').some(row => row.data_origin === 'synthetic')) {
      place.append(h('div', {class: 'part simulated'}, c.simulatedNotice(), shown));
    } else {
      place.append(...shown);
    }
    if (!streams && !balance) place.append(c.notice(say('Chưa công bố bảng giao thương.', 'No table of trade has been published yet.')));
  };

  function pairs(choice) {
    const rows = c.table('mart.place_month_trade').filter(row => row.boundary_basis === choice.map);
    if (!rows.length) return null;
    const months = [...new Set(rows.map(row => row.month))].sort().slice(-12);
    const sums = new Map();
    for (const row of rows.filter(one => months.includes(one.month))) {
      const key = row.seller_unit_id + ' ' + row.buyer_unit_id;
      const known = sums.get(key) || {from: row.seller_unit_id, to: row.buyer_unit_id, value: 0, rows: []};
      known.value += row.gross_value_vnd || 0;
      known.hidden = known.hidden || c.isWithheld(row, 'gross_value_vnd');
      known.rows.push(row);
      sums.set(key, known);
    }
    const counted = rows.filter(row => months.includes(row.month));
    const hidden = counted.filter(row => row.gross_value_vnd === null || row.gross_value_vnd === undefined).length;
    const members = c.members(choice.map);
    const all = [...sums.values()].filter(pair => members.includes(pair.from) && members.includes(pair.to));
    const between = all.filter(pair => pair.from !== pair.to && pair.value > 0).sort((a, b) => b.value - a.value);
    const shown = choice.unit ? between.filter(pair => pair.from === choice.unit || pair.to === choice.unit) : between;
    if (!shown.length) return null;
    const top = shown[0];
    const title = say(`${hidden ? 'Trong phần được công bố, dòng' : 'Dòng'} lớn nhất đi từ ${c.unitName(top.from)} đến ${c.unitName(top.to)}: ${c.amount(top.value, 'vnd')} trong ${months.length} tháng.`,
      `${hidden ? 'Of what is published, the' : 'The'} largest stream runs from ${c.unitName(top.from)} to ${c.unitName(top.to)}: ${c.amount(top.value, 'vnd')} in ${months.length} months.`);
    const measure = c.measure('vnd', top.value);
    const source = {table: 'mart.place_month_trade', column: 'gross_value_vnd', rows: top.rows, where: {seller_unit_id: top.from, buyer_unit_id: top.to, boundary_basis: choice.map, month: top.rows[top.rows.length - 1].month}};
    const span = `${c.shortPeriod('month', months[0])} – ${c.shortPeriod('month', months[months.length - 1])}`;
    const note = hidden ? h('p', {class: 'note before'}, say(`${hidden} trong ${counted.length} giá trị theo cặp tỉnh và tháng được giữ kín để không lộ thông tin của từng người bán; các tổng ở đây không gồm chúng.`,
      `${hidden} of ${counted.length} values by pair of provinces and month are withheld so that no seller can be recognised; the sums here leave them out.`)) : '';
    return h('div', {}, note, h('div', {class: 'grid wide-left'},
      c.figure({level: 'h2', title, note: say(`Giá trị hàng bán trên sàn, ${span}; ${shown.length > MOST ? `${MOST} dòng lớn nhất; ` : ''}đường càng dày, giá trị càng lớn, và cong về bên phải của chiều đi`, `Value of goods sold on platforms, ${span}; ${shown.length > MOST ? `the ${MOST} largest streams; ` : ''}thicker is more, and a stream bends to the right of its way`), rows: top.rows, source,
        draw: width => c.streams(width, {pairs: shown.slice(0, MOST), basis: choice.map, unit: 'vnd', label: title, strong: choice.unit || null}),
        table: {head: [say('Từ', 'From'), say('Đến', 'To'), `${say('Giá trị', 'Value')} (${measure.unit()})`], rows: shown.map(pair => [c.unitName(pair.from), c.unitName(pair.to), {value: pair.value, text: measure.number(pair.value)}])}}),
      matrix(all, members, measure)));
  }

  function matrix(all, members, measure) {
    const pairOf = (from, to) => all.find(pair => pair.from === from && pair.to === to) || {value: null};
    const scale = c.classes(all.map(pair => pair.value));
    const title = say('Ai bán cho ai', 'Who sells to whom');
    const cell = (from, to) => {
      const pair = pairOf(from, to);
      const number = pair.hidden && !pair.value ? null : pair.value;
      const span = h('span', {}, number === null ? pair.hidden ? '*' : '–' : measure.number(number) + (pair.hidden ? '*' : ''));
      if (number !== null) {
        span.style.background = scale(number);
        span.style.color = c.inkOn(scale(number));
      }
      return h('td', {}, span);
    };
    return h('figure', {class: 'figure small'}, h('figcaption', {}, h('h3', {class: 'claim'}, title), h('p', {class: 'note'}, say(`Hàng: nơi bán; cột: nơi mua; ${measure.unit()}; *: có tháng bảo mật, không cộng vào`, `Rows sell, columns buy; ${measure.unit()}; *: confidential months are left out`))),
      h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': title}, h('table', {class: 'standing compact'}, h('thead', {}, h('tr', {}, h('td', {}), members.map(id => h('th', {scope: 'col'}, c.unitName(id))))),
        h('tbody', {}, members.map(from => h('tr', {}, h('th', {scope: 'row'}, c.unitName(from)), members.map(to => cell(from, to))))))));
  }

  function flows(choice) {
    const members = c.members(choice.map);
    const period = c.fullPeriod(c.simulatedCode('sales_out_vnd'), choice.map, 'month');
    if (!period) return null;
    const at = (code, id) => c.series(code, choice.map, id, 'month').find(row => row.period_start === period);
    const rows = members.map(id => ({id, out: at('sales_out_vnd', id), in: at('sales_in_vnd', id)})).filter(one => one.out && one.in && one.out.value !== null && one.in.value !== null)
      .map(one => ({...one, balance: one.out.value - one.in.value})).sort((a, b) => b.balance - a.balance);
    if (!rows.length) return null;
    const plus = rows.filter(one => one.balance > 0);
    const title = say(`${plus.length} trong ${rows.length} đơn vị bán ra ngoài nhiều hơn mua vào; ${c.unitName(rows[0].id)} dư nhiều nhất.`,
      `${plus.length} of ${rows.length} units sell more to others than they buy; ${c.unitName(rows[0].id)} has the largest surplus.`);
    const measure = c.measure('vnd', Math.max(...rows.map(one => Math.max(one.out.value, one.in.value))));
    return c.section(say('Bán ra và mua vào', 'Sales out and purchases in'), null, c.figure({title, note: say(`Bán cho nơi khác trừ mua của nơi khác, ${c.period('month', period)}; người mua ở cả nước được tính, người bán chỉ gồm những ai có trong bản ghi, nên chênh lệch nghiêng về dư`,
      `Sold to others less bought from others, ${c.period('month', period)}; buyers anywhere in the country count, sellers only where records are at hand, so balances lean towards a surplus`), rows: rows.map(one => one.out),
      source: c.sourceOf([rows[0].out], 'sales_out_vnd'), draw: width => c.bars(width, {unit: 'vnd', label: title, rows: rows.map(one => ({name: c.unitName(one.id), value: one.balance, strong: one.id === choice.unit}))}),
      table: {head: [say('Đơn vị', 'Unit'), `${say('Bán ra', 'Sold')} (${measure.unit()})`, `${say('Mua vào', 'Bought')} (${measure.unit()})`, say('Chênh lệch', 'Balance')],
        rows: rows.map(one => [c.unitName(one.id), {value: one.out.value, text: measure.number(one.out.value)}, {value: one.in.value, text: measure.number(one.in.value)}, {value: one.balance, text: measure.number(one.balance)}])}}));
  }
})();
