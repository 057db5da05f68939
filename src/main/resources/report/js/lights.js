/* Targets: lights that are a shape and a word, never only a colour. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  const ORDER = ['off_course', 'at_risk', 'on_course', 'not_measured', 'withheld'];
  const LIGHTS = {
    on_course: ['Đúng tiến độ', 'On course', '#0e6670'], at_risk: ['Có nguy cơ không đạt', 'At risk', '#9a6a16'],
    off_course: ['Chậm tiến độ', 'Off course', '#b3365f'], not_measured: ['Chưa đo được', 'Not measured', '#6b7774'],
    withheld: ['Bảo mật, không công bố', 'Confidential, not published', '#6b7774']};
  c.lightName = light => LIGHTS[light] ? say(LIGHTS[light][0], LIGHTS[light][1]) : c.code('light', light);
  c.lightTone = light => (LIGHTS[light] || LIGHTS.not_measured)[2];

  c.lightShape = (light, size = 18) => {
    const root = c.svg(size, size);
    const tone = c.lightTone(light);
    const m = size / 2;
    if (light === 'at_risk') root.append('path').attr('d', `M${m},1.5 L${size - 1},${size - 2} L1,${size - 2}Z`).attr('fill', tone);
    else if (light === 'off_course') root.append('rect').attr('x', 2).attr('y', 2).attr('width', size - 4).attr('height', size - 4).attr('fill', tone);
    else if (light === 'not_measured' || light === 'withheld') root.append('circle').attr('cx', m).attr('cy', m).attr('r', m - 3).attr('fill', 'none').attr('stroke', tone).attr('stroke-width', 2).attr('stroke-dasharray', '3 2.4');
    else root.append('circle').attr('cx', m).attr('cy', m).attr('r', m - 1.5).attr('fill', tone);
    return root.node();
  };
  c.light = (light, count) => h('span', {class: 'light'}, c.lightShape(light), count === undefined ? null : h('b', {}, String(count)), h('span', {}, c.lightName(light)));

  const NAMES = {
    target_bank_account_15plus: ['Người từ 15 tuổi có tài khoản ngân hàng', 'Persons of 15 and over with a bank account'],
    target_cashless_transactions: ['Giao dịch không dùng tiền mặt', 'Cashless transactions'],
    target_digital_economy_share_grdp: ['Kinh tế số trong GRDP', 'Digital economy in GRDP'],
    target_digital_signature_adults: ['Người trưởng thành có chữ ký số', 'Adults with a digital signature'],
    target_ecommerce_share_retail: ['Thương mại điện tử trong bán lẻ', 'E-commerce in retail sales'],
    target_grdp_growth_high: ['Tốc độ tăng GRDP (mức cao)', 'Growth of GRDP (high)'],
    target_grdp_growth_low: ['Tốc độ tăng GRDP (mức thấp)', 'Growth of GRDP (low)'],
    target_grdp_per_capita_usd: ['GRDP bình quân đầu người (đô la Mỹ)', 'GRDP per person (US dollars)'],
    target_national_rank_science_digital: ['Thứ hạng cả nước về khoa học và chuyển đổi số', 'National rank in science and digital transformation'],
    target_ocop_on_ecommerce_pct: ['Sản phẩm OCOP trên sàn thương mại điện tử', 'OCOP products on e-commerce platforms'],
    target_online_public_service_use: ['Sử dụng dịch vụ công trực tuyến', 'Use of online public services'],
    target_online_shoppers: ['Người dân mua sắm trực tuyến', 'People who shop online'],
    target_sme_on_ecommerce_floors: ['Doanh nghiệp nhỏ và vừa trên sàn', 'Small and medium enterprises on platforms'],
    target_vneid_adults: ['Người trưởng thành có tài khoản định danh điện tử', 'Adults with an electronic identity']};

  /** Targets, each once: measured on the land for which it was set, by the statistics office where it measures. */
  c.targets = () => {
    const best = new Map();
    for (const row of c.table('mart.target_progress')) {
      row.light = row.light || 'withheld';
      const score = (row.light === 'not_measured' ? 0 : 2) + (row.measured_unit_id === row.target_unit_id ? 4 : 0) + (row.method_family === 'ministry' ? 0 : 1);
      const known = best.get(row.target_id);
      if (!known || score > known.score) best.set(row.target_id, {row, score});
    }
    return [...best.values()].map(one => one.row).sort((a, b) => ORDER.indexOf(a.light) - ORDER.indexOf(b.light)
      || c.compareNames(c.unitName(a.current_unit_id), c.unitName(b.current_unit_id)) || (a.target_period_end < b.target_period_end ? -1 : 1));
  };
  c.targetName = row => {
    const published = row.target_indicator.replace(/^target_/, '');
    return NAMES[row.target_indicator] ? say(...NAMES[row.target_indicator]) : c.indicatorName(published) !== published ? c.indicatorName(published) : c.indicatorName(row.measure);
  };
  c.targetCounts = rows => h('div', {class: 'lights'}, ORDER.map(light => ({light, count: rows.filter(row => row.light === light).length}))
    .filter(one => one.count).map(one => c.light(one.light, one.count)));

  c.targetRow = row => {
    const value = (number, digits) => number === null || number === undefined ? '–' : c.amount(number, row.unit_code);
    const year = row.target_period_end.slice(0, 4);
    const higher = row.direction !== 'lower';
    return h('article', {class: 'target'},
      h('div', {}, c.light(row.light), h('h3', {}, c.targetName(row)),
        h('p', {}, place(row.target_unit_id), row.target_unit_id !== row.current_unit_id ? [say('; nay thuộc ', '; now part of '), place(row.current_unit_id)] : '')),
      h('div', {}, h('p', {class: 'now'}, say('Mục tiêu: ', 'Target: '), h('b', {}, value(row.target_value)), say(` đến ${year}`, ` by ${year}`)),
        h('p', {}, row.latest_value === null || row.latest_value === undefined ? say('Chưa có số liệu để đo.', 'No figure yet to measure it by.')
          : [say('Mới nhất: ', 'Latest: '), h('b', {'data-value': row.latest_value}, value(row.latest_value)), ` (${c.day(row.latest_period_end)})`]),
        row.latest_value !== null && row.latest_value !== undefined && row.target_value ? progress(row, higher) : null, onNewLand(row), h('div', {class: 'under'}, c.marks([row]))),
      h('div', {}, h('p', {}, outlook(row)),
        h('p', {class: 'reference'}, say('Văn bản: ', 'Document: '), row.source_title ? row.source_title + ' · ' : '', c.reference(row.source_reference || '')),
        c.sourceButton({table: 'mart.target_progress', column: 'latest_value', rows: [row], where: {target_id: row.target_id, measured_unit_id: row.measured_unit_id, measure: row.measure}})));
  };
  const place = id => c.unit(id).page ? h('a', {href: c.unit(id).page}, c.datedName(id)) : c.datedName(id);
  /** The same target, measured on the larger land of today: no verdict on it. */
  function onNewLand(row) {
    if (row.measured_unit_id === row.current_unit_id) return null;
    const other = c.table('mart.target_progress').find(one => one.target_id === row.target_id && one.measured_unit_id === row.current_unit_id
      && one.latest_value !== null);
    return other ? h('p', {}, say(`Trên địa bàn ${c.unitName(row.current_unit_id)} hôm nay: ${c.amount(other.latest_value, other.unit_code)}`,
      `On the land of ${c.unitName(row.current_unit_id)} today: ${c.amount(other.latest_value, other.unit_code)}`)) : null;
  }
  function progress(row, higher) {
    const share = higher ? row.latest_value / row.target_value : row.target_value / row.latest_value;
    const box = h('div', {class: 'gauge', role: 'img', 'aria-label': say(`${c.percent(share, 0)} của mục tiêu`, `${c.percent(share, 0)} of the target`)});
    box.append(c.gauge(260, share, c.lightTone(row.light)));
    return box;
  }
  function outlook(row) {
    if (row.light === 'withheld') return say('Tính từ số liệu bảo mật, không công bố.', 'Made of confidential values, not published.');
    const lines = [];
    const points = ['ratio', 'percent'].includes(row.unit_code);
    const pace = number => points ? c.num(number * (row.unit_code === 'ratio' ? 100 : 1), 1) + say(' điểm % một năm', ' points a year') : c.amount(number, row.unit_code) + say(' một năm', ' a year');
    if (row.pace_needed !== null && row.pace_needed !== undefined) {
      lines.push(say(`Cần ${pace(row.pace_needed)}`, `Needs ${pace(row.pace_needed)}`)
        + (row.pace_achieved !== null && row.pace_achieved !== undefined ? say(`, đã đạt ${pace(row.pace_achieved)}.`, `, achieved ${pace(row.pace_achieved)}.`) : '.'));
    }
    if (row.light_basis === 'measured_at_the_end') {
      return row.light === 'on_course' ? say('Đã đến hạn: đạt.', 'It was due: reached.') : say('Đã đến hạn: không đạt.', 'It was due: not reached.');
    }
    if (row.light_basis === 'reached_before_the_end') return say('Đã đạt trước hạn.', 'Reached before it was due.');
    if (row.probability !== null && row.probability !== undefined) {
      lines.push(say(` Xác suất đạt: ${c.percent(row.probability, 0)}.`, ` Probability of reaching it: ${c.percent(row.probability, 0)}.`));
    }
    return lines.join('') || say('Chưa đủ số liệu để dự phóng.', 'Too few figures to project.');
  }

  c.targetSummary = () => {
    const rows = c.targets();
    if (!rows.length) return null;
    const off = rows.filter(row => row.light === 'off_course');
    const measured = rows.filter(row => row.light !== 'not_measured' && row.light !== 'withheld');
    return c.section(say('Chỉ tiêu nào chậm tiến độ', 'Which targets are off course'),
      measured.length ? say(`${off.length} trong ${measured.length} chỉ tiêu đo được đang chậm tiến độ; ${rows.length - measured.length} chỉ tiêu chưa đo được.`,
        `${off.length} of ${measured.length} measured targets are off course; ${rows.length - measured.length} cannot be measured yet.`) : null,
      c.targetCounts(rows), (off.length ? off : rows).slice(0, 3).map(c.targetRow), h('p', {}, h('a', {href: 'targets.html'}, say('Tất cả chỉ tiêu', 'All targets'))));
  };
  c.unitTargets = id => {
    const rows = c.table('mart.target_progress').filter(row => row.measured_unit_id === id || row.current_unit_id === id || row.target_unit_id === id);
    if (!rows.length) return null;
    const ids = new Set(rows.map(row => row.target_id));
    const shown = c.targets().filter(row => ids.has(row.target_id));
    const measured = shown.filter(row => row.light !== 'not_measured' && row.light !== 'withheld');
    const others = shown.filter(row => row.light === 'not_measured' || row.light === 'withheld');
    return c.section(say('Chỉ tiêu', 'Targets'), null, c.targetCounts(shown), measured.map(c.targetRow),
      others.length ? h('details', {class: 'numbers'}, h('summary', {}, say(`${others.length} chỉ tiêu chưa đo được`, `${others.length} targets that cannot be measured yet`)), others.map(c.targetRow)) : null);
  };
})();
