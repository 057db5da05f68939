/* Targets: lights that are a shape and a word, never only a colour. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  /** What runs and is worst first, then what is due. */
  const ORDER = ['off_course', 'at_risk', 'on_course', 'missed', 'undecided', 'met', 'not_measured', 'withheld'];
  const TONES = {on_course: '#0e6670', at_risk: '#9a6a16', off_course: '#b3365f', met: '#3f6a1e', missed: '#4a1230', undecided: '#5a4a9c'};
  const QUIET = '#5f6d6a';
  c.lightName = light => light === 'withheld' ? say('Không dự phóng: có giá trị được giữ kín', 'No projection: a value is kept confidential') : c.capital(c.code('light', light));
  c.lightTone = light => TONES[light] || QUIET;
  c.hasVerdict = row => row.light !== 'not_measured' && row.light !== 'withheld';

  /** A shape of its own for each, so that none is told by its colour alone. */
  const SHAPES = {
    on_course: (root, s) => root.append('circle').attr('cx', s / 2).attr('cy', s / 2).attr('r', s / 2 - 1.5),
    at_risk: (root, s) => root.append('path').attr('d', `M${s / 2},1.5 L${s - 1},${s - 2} L1,${s - 2}Z`),
    off_course: (root, s) => root.append('rect').attr('x', 2).attr('y', 2).attr('width', s - 4).attr('height', s - 4),
    met: (root, s, tone) => stroke(root.append('path').attr('d', `M2,${s * 0.55} L${s * 0.4},${s - 4} L${s - 2},3`), tone, 3.4),
    missed: (root, s, tone) => stroke(root.append('path').attr('d', `M3,3 L${s - 3},${s - 3} M${s - 3},3 L3,${s - 3}`), tone, 3.4),
    undecided: (root, s, tone) => stroke(root.append('path').attr('d', `M${s / 2},2 L${s - 2},${s / 2} L${s / 2},${s - 2} L2,${s / 2}Z`), tone, 2.2)};
  const stroke = (mark, tone, width) => mark.attr('fill', 'none').attr('stroke', tone).attr('stroke-width', width).attr('stroke-linejoin', 'round');
  /** Hollow where the values are too few for a trend. */
  c.lightShape = (light, size = 18, isHollow = false) => {
    const root = c.svg(size, size);
    const tone = c.lightTone(light);
    const shape = SHAPES[light];
    if (shape) {
      const mark = shape(root, size, tone);
      if (!mark.attr('fill')) isHollow ? stroke(mark, tone, 2.2) : mark.attr('fill', tone);
    } else {
      root.append('circle').attr('cx', size / 2).attr('cy', size / 2).attr('r', size / 2 - 3).attr('fill', 'none').attr('stroke', tone).attr('stroke-width', 2)
        .attr('stroke-dasharray', light === 'withheld' ? null : '3 2.4');
    }
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
      const score = (c.hasVerdict(row) ? 2 : 0) + (row.measured_unit_id === row.target_unit_id ? 4 : 0) + (row.method_family === 'ministry' ? 0 : 1);
      const known = best.get(row.target_id);
      if (!known || score > known.score) best.set(row.target_id, {row, score});
    }
    return [...best.values()].map(one => one.row).sort(byDeadline);
  };
  /** How much of the target will be missing when it is due, if things go on so; below 0 when there is more. */
  c.shortfall = row => {
    if (row.projected_value === null || row.projected_value === undefined || !row.target_value) return null;
    return (row.direction === 'lower' ? -1 : 1) * (row.target_value - row.projected_value) / Math.abs(row.target_value);
  };
  /** The next to be due first, and of one day those farthest off course. */
  function byDeadline(a, b) {
    return a.target_period_end === b.target_period_end
      ? ORDER.indexOf(a.light) - ORDER.indexOf(b.light) || (c.shortfall(b) ?? -9) - (c.shortfall(a) ?? -9)
        || c.compareNames(c.unitName(a.current_unit_id), c.unitName(b.current_unit_id)) || (a.target_id < b.target_id ? -1 : 1)
      : a.target_period_end < b.target_period_end ? -1 : 1;
  }
  /** The newest deadline first; of one date what was missed on top. */
  const newestDue = rows => [...rows].sort((a, b) => a.target_period_end > b.target_period_end ? -1 : a.target_period_end < b.target_period_end ? 1 : byDeadline(a, b));
  const isSimulated = row => !c.yes(row.is_due) && row.latest_data_origin === 'synthetic';
  /** Those of the region that run, that only simulated records measure, and that are due; and those of other places. */
  c.targetParts = rows => {
    const members = c.members('units_2025');
    const isHere = row => members.includes(row.current_unit_id);
    const here = rows.filter(isHere);
    return {running: here.filter(row => !c.yes(row.is_due) && !isSimulated(row)), simulated: here.filter(isSimulated),
      due: newestDue(here.filter(row => c.yes(row.is_due))), elsewhere: rows.filter(row => !isHere(row))};
  };

  /* ---- the values that a light goes by ---- */
  const isRate = row => /^target_grdp_growth/.test(row.target_indicator);
  const firstYear = row => row.target_period.slice(0, 4);
  /** Six years up to the newest value, or for a rate the years of its period, in the unit of the target. */
  function seriesOf(row) {
    if (!known(row) || row.measure.includes('/')) return [];
    const unit = code => c.given('words').units[code.startsWith('percent_') ? 'percent' : code] || {};
    const to = unit(row.unit_code);
    const kind = row.latest_period_start.slice(0, 7) === row.latest_period_end.slice(0, 7) ? 'month' : 'year';
    const after = isRate(row) ? `${firstYear(row) - 1}-12-31` : `${row.latest_period_end.slice(0, 4) - 6}${row.latest_period_end.slice(4)}`;
    const code = row.latest_data_origin === 'synthetic' ? c.simulatedCode(row.measure) : row.measure;
    return c.series(code, c.basisOf(row.measured_unit_id), row.measured_unit_id, kind)
      .filter(one => one.value !== null && one.period_end > after && one.period_end <= row.latest_period_end && unit(one.unit_code).base === to.base)
      .map(one => ({name: c.shortPeriod(kind, one.period_start), value: one.value * unit(one.unit_code).factor / to.factor}));
  }
  const TREND = 3;
  /** A running target with a verdict of one or two values: no line can be drawn through them. */
  c.hasFewValues = row => !c.yes(row.is_due) && c.hasVerdict(row) && row.light_basis !== 'probability' && (seriesOf(row).length || row.observation_count) < TREND;
  const lightOf = row => h('div', {class: 'light-of'}, h('span', {class: 'light'}, c.lightShape(row.light, 18, c.hasFewValues(row)), h('span', {}, c.lightName(row.light))),
    c.hasFewValues(row) ? h('p', {class: 'few'}, say('xu thế chưa đủ số liệu', 'too few figures for a trend')) : null);
  function valuesOf(row) {
    const series = seriesOf(row);
    return series.length && series.length < TREND ? h('p', {class: 'values'}, say(`Dựa trên ${series.length} năm: `, `Based on ${series.length} ${series.length > 1 ? 'years' : 'year'}: `),
      series.map(one => `${one.name}: ${value(row, one.value)}`).join('; ') + '.') : null;
  }
  /** 2026–2030 of a rate for a span of years; else the year when it is due. */
  const span = row => row.target_period.length > 4 ? row.target_period.replace('-', '–') : row.target_period_end.slice(0, 4);
  const byWhen = row => row.target_period.length > 4 ? say(`, giai đoạn ${span(row)}`, `, ${span(row)}`) : say(` đến ${span(row)}`, ` by ${span(row)}`);
  /** Why there is no verdict. A rate is of whole years, and its period may not have one yet. */
  const whyNone = row => row.light === 'withheld' ? c.lightName('withheld') : isRate(row) && !known(row) && `${firstYear(row)}-12-31` > row.known_until
    ? say(`Kỳ bắt đầu năm ${firstYear(row)}, chưa có năm trọn vẹn nào`, `The period begins in ${firstYear(row)}, and no year of it is complete`) : c.capital(c.code('light_basis', row.light_basis));

  c.targetName = row => {
    const published = row.target_indicator.replace(/^target_/, '');
    return NAMES[row.target_indicator] ? say(...NAMES[row.target_indicator]) : c.indicatorName(published) !== published ? c.indicatorName(published) : c.indicatorName(row.measure);
  };
  c.targetCounts = rows => h('div', {class: 'lights'}, ORDER.map(light => ({light, count: rows.filter(row => row.light === light).length}))
    .filter(one => one.count).map(one => c.light(one.light, one.count)));

  /** Which are off course, in one sentence. */
  c.offCourse = (running, scope) => {
    const sentence = offCourse(running);
    return scope && sentence ? `${scope}: ${sentence.charAt(0).toLocaleLowerCase(c.language())}${sentence.slice(1)}` : sentence;
  };
  const offCourse = running => {
    const measured = running.filter(c.hasVerdict);
    const off = measured.filter(row => row.light === 'off_course');
    if (!off.length) return measured.length ? say(`Không chỉ tiêu nào trong ${measured.length} chỉ tiêu còn hạn đo được đang chậm tiến độ.`, `None of the ${measured.length} running targets that can be measured is off course.`) : '';
    const names = new Map();
    off.forEach(row => names.set(c.targetName(row), (names.get(c.targetName(row)) || 0) + 1));
    const lower = name => /^[A-ZĐ][a-zà-ỹ]/.test(name) ? name.charAt(0).toLocaleLowerCase(c.language()) + name.slice(1) : name;
    const list = c.join([...names].sort((a, b) => b[1] - a[1]).map(([name, count]) => count > 1 ? `${lower(name)} (${count})` : lower(name)));
    return say(`${off.length} trong ${measured.length} chỉ tiêu còn hạn đo được đang chậm tiến độ: ${list}.`,
      `${off.length} of the ${measured.length} running targets that can be measured are off course: ${list}.`);
  };

  const points = row => ['ratio', 'percent', 'percent_per_year'].includes(row.unit_code);
  const value = (row, number) => number === null || number === undefined ? '–' : points(row) ? c.num(number * (row.unit_code === 'ratio' ? 100 : 1), Number.isInteger(number) ? 0 : 1) + '%'
    + (row.unit_code === 'percent_per_year' ? say(' một năm', ' a year') : '') : c.amount(number, row.unit_code);
  const change = (row, number) => points(row) ? c.num(number * (row.unit_code === 'ratio' ? 100 : 1), 1) + say(' điểm %', ' points') : c.amount(number, row.unit_code);
  const place = id => c.unit(id).page ? h('a', {href: c.unit(id).page}, c.datedName(id)) : c.datedName(id);
  const places = row => [place(row.target_unit_id), row.target_unit_id !== row.current_unit_id ? [say('; nay thuộc ', '; now part of '), place(row.current_unit_id)] : ''];
  const known = row => row.latest_value !== null && row.latest_value !== undefined;
  const isAddress = text => /^https?:\/\/[^\s]+$/.test(text || '');

  /** The document by its title, as a link where it stands on the web. */
  const document_ = row => {
    const title = row.source_title || say('không ghi tên', 'no title given');
    return isAddress(row.source_reference) ? h('a', {href: row.source_reference, rel: 'noreferrer noopener', target: '_blank'}, title) : [title, say(' (không có trên mạng)', ' (not on the web)')];
  };
  /** What a panel says about it: its title, day, address and standing. */
  const documentWords = row => [
    h('p', {class: 'reference'}, document_(row)),
    h('p', {}, row.source_date ? say('Ngày: ', 'Date: ') + c.day(row.source_date) : say('Ngày và số hiệu: nguồn không ghi riêng.', 'Day and number: the source does not state them.')),
    isAddress(row.source_reference) ? h('p', {class: 'reference quiet'}, new URL(row.source_reference).hostname) : null,
    h('p', {}, row.target_status === 'final' ? say('Chỉ tiêu đã được đặt ra.', 'The target has been set.') : say('Chỉ tiêu mới là dự kiến.', 'The target is only proposed.'),
      row.source_count > 1 ? say(` Có ${row.source_count} tài liệu nêu cùng giá trị.`, ` ${row.source_count} documents state this value.`) : ''),
    h('p', {}, say('Đo bằng: ', 'Measured by: '), row.measure === 'none' ? say('chưa có số liệu nào', 'no figure yet') : row.measure.split('/').map(c.indicatorName).join(' ÷ '))];
  const source = row => c.sourceButton({table: 'mart.target_progress', column: 'latest_value', rows: [{...row, source_reference: null}], document: () => documentWords(row), rules: () => rulesOf(row),
    where: {target_id: row.target_id, measured_unit_id: row.measured_unit_id, measure: row.measure}});
  const references = row => h('p', {class: 'reference'}, say('Nguồn chỉ tiêu: ', 'Set in: '), document_(row));

  const identity = row => ({'data-target': [row.target_id, row.measured_unit_id, row.measure].join('|'), 'data-light': row.light, 'data-due': row.target_period_end});
  c.targetRow = row => c.yes(row.is_due) ? dueRow(row) : runningRow(row);
  function runningRow(row) {
    return h('article', {class: 'target', ...identity(row)},
      h('div', {}, lightOf(row), h('h3', {}, c.targetName(row)), h('p', {}, places(row))),
      h('div', {}, h('p', {class: 'now'}, say('Mục tiêu: ', 'Target: '), h('b', {}, value(row, row.target_value)), byWhen(row)),
        known(row) ? h('p', {}, say('Mới nhất: ', 'Latest: '), h('b', {'data-value': row.latest_value}, value(row, row.latest_value)), ` (${c.day(row.latest_period_end)})`) : h('p', {}, say('Chưa có số liệu để đo.', 'No figure yet to measure it by.')),
        known(row) && row.target_value ? progress(row) : null, valuesOf(row), onNewLand(row), h('div', {class: 'under'}, c.marks([row]))),
      h('div', {}, h('p', {}, outlook(row)), references(row), source(row)));
  }
  /** One line for what is over: verdict, what was wanted, what came. */
  function dueRow(row) {
    return h('article', {class: 'target over', ...identity(row)},
      h('div', {}, c.light(row.light)),
      h('div', {}, h('h3', {}, c.targetName(row)), h('p', {}, places(row))),
      h('div', {}, h('p', {class: 'now'}, say(`Mục tiêu ${span(row)}: `, `Target for ${span(row)}: `), h('b', {}, value(row, row.target_value))),
        h('p', {}, say('Kết quả: ', 'Outcome: '), h('b', {'data-value': row.latest_value}, value(row, row.latest_value)), interval(row, row.latest_value_low, row.latest_value_high)), h('div', {class: 'under'}, c.marks([row]))),
      h('div', {}, references(row), source(row)));
  }
  /** None where both ends are written alike: it would seem to be certain. */
  const interval = (row, low, high) => low === null || low === undefined || value(row, low) === value(row, high) ? '' : say(` (khoảng 95%: ${value(row, low)} đến ${value(row, high)})`, ` (95% interval: ${value(row, low)} to ${value(row, high)})`);
  /** Why there is no verdict, with what is known all the same. */
  c.targetTable = rows => {
    const head = [say('Chỉ tiêu', 'Target'), say('Đơn vị', 'Unit'), say('Hạn', 'Due'), say('Mục tiêu', 'Target value'), say('Vì sao chưa có kết luận', 'Why there is no verdict'), say('Nguồn chỉ tiêu', 'Set in')];
    // What simulated records say stands among the simulated figures, or nowhere.
    const latest = row => known(row) && row.latest_data_origin !== 'synthetic' ? say(`; ${c.day(row.latest_period_end)}: ${value(row, row.latest_value)}`, `; on ${c.day(row.latest_period_end)}: ${value(row, row.latest_value)}`) : '';
    const box = c.tableOf({name: say('Chỉ tiêu chưa đo được', 'Targets that cannot be measured'), head, rows: rows.map(row => [c.targetName(row), c.datedName(row.target_unit_id), {value: +row.target_period_end.slice(0, 4), text: span(row)},
      {value: row.target_value, text: value(row, row.target_value)}, [whyNone(row), latest(row), ' ', onNewLand(row, 'span')], [document_(row)]])});
    // On a phone each row stands as a card, with the name of the column before each cell.
    box.querySelector('table').classList.add('stacked');
    box.querySelectorAll('tbody tr').forEach(line => [...line.children].forEach((cell, i) => i && cell.setAttribute('data-column', head[i])));
    return box;
  };
  /** The same target, measured on the larger land of today: no verdict on it. */
  function onNewLand(row, tag = 'p') {
    if (row.measured_unit_id === row.current_unit_id) return null;
    const other = c.table('mart.target_progress').find(one => one.target_id === row.target_id && one.measured_unit_id === row.current_unit_id
      && known(one) && (one.latest_data_origin === 'synthetic') === isSimulated(row) && (!c.yes(row.is_due) || one.latest_period_end === row.target_period_end));
    return other ? h(tag, {class: 'quiet'}, say(`(${c.unitName(row.current_unit_id)} hôm nay, đất rộng hơn: ${value(row, other.latest_value)})`,
      `(${c.unitName(row.current_unit_id)} of today, a larger land: ${value(row, other.latest_value)})`)) : null;
  }
  function progress(row) {
    const share = row.direction !== 'lower' ? row.latest_value / row.target_value : row.target_value / row.latest_value;
    const box = h('div', {class: 'gauge', role: 'img', 'aria-label': say(`${c.percent(share, 0)} của mục tiêu`, `${c.percent(share, 0)} of the target`)});
    box.append(c.gauge(260, share, c.lightTone(row.light)));
    return box;
  }
  /** No share that is almost nothing or almost all is written as nothing or all. */
  const chance = share => share < 0.005 ? say('dưới 1%', 'below 1%') : share > 0.995 ? say('trên 99%', 'above 99%') : c.percent(share, 0);
  function outlook(row) {
    if (row.light === 'withheld') return say('Nhịp độ, dự phóng và đèn tính từ một chuỗi có giá trị được giữ kín, nên không công bố.', 'Pace, projection and light would be made of a series with confidential values, and are not published.');
    if (row.light_basis === 'reached_before_the_end') return say('Đã đạt trước hạn; còn phải giữ đến hạn.', 'Reached before it is due; it has to be kept until then.');
    const series = seriesOf(row);
    if (isRate(row) && row.light_basis === 'pace') return growthOutlook(row, series);
    const lines = [];
    const year = row.target_period_end.slice(0, 4);
    const trended = row.light_basis === 'probability';
    const from = series.length > 1 ? `${series[0].name}–${series[series.length - 1].name}` : '';
    const pace = row.pace_achieved;
    const hasPace = pace !== null && pace !== undefined;
    const moved = hasPace ? say(`${pace < 0 ? 'giảm' : 'thêm'} ${change(row, Math.abs(pace))} một năm`, `${pace < 0 ? 'down' : 'up'} ${change(row, Math.abs(pace))} a year`) : '';
    if (row.projected_value !== null && row.projected_value !== undefined) {
      const result = value(row, row.projected_value) + interval(row, row.projected_value_low, row.projected_value_high);
      lines.push(trended ? say(`Theo đường xu thế ${from}${moved ? ` (${moved})` : ''}, năm ${year} được ${result}.`, `By the trend line ${from}${moved ? ` (${moved})` : ''} it will be ${result} in ${year}.`)
        : say(`Nếu từ giá trị mới nhất vẫn ${moved || 'như cũ'}${from ? ` như ${from}` : ''}, năm ${year} được ${result}.`, `If it goes on from the latest value ${moved}${from ? `, as in ${from}` : ''}, it will be ${result} in ${year}.`));
    }
    if (row.pace_needed > 0 && row.direction !== 'lower' && hasPace) {
      lines.push(say(` Từ giá trị mới nhất, cần thêm ${change(row, row.pace_needed)} một năm.`, ` From the latest value it needs ${change(row, row.pace_needed)} more a year.`));
    }
    if (row.probability !== null && row.probability !== undefined) {
      lines.push(say(` Xác suất đạt: ${chance(row.probability)}.`, ` Probability of reaching it: ${chance(row.probability)}.`));
    }
    return lines.join('') || say('Chưa đủ số liệu để dự phóng.', 'Too few figures to project.');
  }
  /** Growth compounds: what the years left need is a geometric mean. Without the years, the arithmetic one of the release. */
  function growthOutlook(row, series) {
    const factors = series.map(one => 1 + one.value / 100);
    const all = +row.target_period_end.slice(0, 4) - +firstYear(row) + 1;
    const left = all - factors.length;
    const sofar = factors.reduce((product, one) => product * one, 1);
    const mean = (product, years) => 100 * (Math.pow(product, 1 / years) - 1);
    const [achieved, needed] = factors.length && left > 0 ? [mean(sofar, factors.length), mean(Math.pow(1 + row.target_value / 100, all) / sofar, left)] : [row.pace_achieved, row.pace_needed];
    return say(`Đến nay bình quân ${value(row, achieved)}. Để cả giai đoạn đạt mục tiêu, ${left} năm còn lại cần bình quân nhân ${value(row, needed)}.`,
      `${value(row, achieved)} on average so far. For the whole period to reach the target, the ${left} years left need a geometric mean of ${value(row, needed)}.`);
  }
  /** The rules of lights, in words. */
  c.targetRules = () => [
    say('Đường xu thế là đường thẳng bình phương nhỏ nhất qua các giá trị của sáu năm gần nhất, từ ba giá trị trở lên. Dự phóng là điểm của đường ấy khi đến hạn; đường không nhất thiết đi qua giá trị mới nhất, nên dự phóng không bằng giá trị mới nhất cộng nhịp độ.',
      'The trend line is the least-squares line through the values of the last six years, three or more. The projection is the point of that line when the target is due; the line need not pass through the latest value, so the projection is not the latest value plus the pace.'),
    say('Khoảng 95% và xác suất đạt theo phân phối Student quanh đường ấy, cộng thêm sai số nếu giá trị là ước tính. Tỷ lệ được giữ trong 0–100%. Dự phóng chỉ kéo dài quá khứ, không biết chính sách mới.',
      'The 95% interval and the probability follow Student’s t around that line, widened where values are estimates. Shares are kept within 0–100%. It only prolongs the past, and knows no new policy.'),
    say('Đèn: đúng tiến độ khi xác suất từ hai phần ba; có nguy cơ khi từ một phần ba; thấp hơn là chậm tiến độ.', 'Light: on course from a probability of two thirds; at risk from one third; below that off course.'),
    say('Chỉ có một hay hai giá trị thì không có xu thế và xác suất: so nhịp độ đã đạt với nhịp độ cần có (đủ là đúng tiến độ, từ 80% là có nguy cơ), đèn vẽ hình rỗng.',
      'One or two values give no trend and no probability: the pace achieved is compared with the pace needed (enough is on course, from 80% at risk), and the light is hollow.'),
    say('Tốc độ tăng của một giai đoạn chỉ đo bằng các năm trọn vẹn của giai đoạn; phần còn cần là bình quân nhân. Đèn của nó và cột pace_needed trong bảng dùng bình quân cộng.',
      'Growth of a period is measured by complete years of the period only; what is still needed is a geometric mean. Its light and the column pace_needed of the table go by the arithmetic mean.'),
    say('Chỉ tiêu đã hết hạn: đạt hay không theo giá trị của kỳ đến hạn; chưa kết luận khi khoảng 95% của ước tính chứa cả mục tiêu.', 'A target that is due is met or missed by the value of the time when it was due, and undecided when the 95% interval of an estimate holds the target.')
  ].map(text => h('p', {}, text));
  /** Those that concern one target. */
  const rulesOf = row => {
    const [line, interval, light, few, growth, due] = c.targetRules();
    return row.light === 'withheld' ? [] : c.yes(row.is_due) ? [due] : isRate(row) ? [growth] : row.light_basis === 'probability' ? [line, interval, light] : [few];
  };

  c.targetSummary = () => {
    const {running} = c.targetParts(c.targets());
    if (!running.length) return null;
    const off = running.filter(row => row.light === 'off_course');
    return c.section(say('Chỉ tiêu nào chậm tiến độ', 'Which targets are off course'), c.offCourse(running),
      c.targetCounts(running), (off.length ? off : running).slice(0, 3).map(c.targetRow), h('p', {}, h('a', {href: 'targets.html'}, say('Tất cả chỉ tiêu', 'All targets'))));
  };
  /** Targets that were set for a unit, or for the land of it. */
  function targetsOf(id) {
    const ids = new Set(c.table('mart.target_progress').filter(row => [row.measured_unit_id, row.current_unit_id, row.target_unit_id].includes(id)).map(row => row.target_id));
    return c.targets().filter(row => ids.has(row.target_id));
  }
  /** What runs and what is due, each with its own counts; what only simulated records measure is in neither. */
  c.unitTargets = id => {
    const rows = targetsOf(id).filter(row => !isSimulated(row));
    return rows.length ? c.section(say('Chỉ tiêu', 'Targets'), null, standing(say('Còn hạn', 'Running'), rows.filter(row => !c.yes(row.is_due))),
      standing(say('Đã hết hạn', 'Past their deadline'), newestDue(rows.filter(row => c.yes(row.is_due)))), h('p', {}, h('a', {href: 'targets.html#rules'}, say('Đèn được tính ra sao', 'How lights are computed')))) : null;
  };
  function standing(title, rows) {
    if (!rows.length) return null;
    const others = rows.filter(row => !c.hasVerdict(row));
    return h('section', {class: 'deadline'}, h('h3', {}, title), c.targetCounts(rows), rows.filter(c.hasVerdict).map(c.targetRow),
      others.length ? h('details', {class: 'numbers'}, h('summary', {}, say(`${others.length} chỉ tiêu chưa có kết luận`, `${others.length} targets without a verdict`)), c.targetTable(others)) : null);
  }
  /** For the frame of what is simulated. */
  c.unitTargetsSimulated = id => {
    const rows = targetsOf(id).filter(isSimulated);
    return rows.length ? h('div', {class: 'group'}, h('h3', {}, say('Chỉ tiêu chỉ đo được bằng số liệu mô phỏng', 'Targets measured by simulated records only')), rows.map(c.targetRow)) : null;
  };
})();
