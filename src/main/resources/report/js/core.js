/* What all pages share: data, words, numbers, places. Text from data only ever becomes text, never markup. */
(function () {
  'use strict';
  const given = {};
  const unpacked = {};
  const cuulong = window.cuulong = {pages: {}};

  cuulong.give = (name, value) => { given[name] = value; };
  cuulong.given = name => given[name];

  /* ---- language ---- */
  const root = document.documentElement;
  cuulong.language = () => root.lang === 'en' ? 'en' : 'vi';
  const say = cuulong.say = (vi, en) => cuulong.language() === 'en' ? en : vi;
  cuulong.word = text => text ? text[cuulong.language()] : '';
  const capital = cuulong.capital = text => text.charAt(0).toLocaleUpperCase(cuulong.language()) + text.slice(1);

  /* ---- elements ---- */
  const h = cuulong.h = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
    return element;
  };

  /* ---- tables ---- */
  function column(packed, rows) {
    const values = new Array(rows).fill(null);
    if (packed.runs) {
      for (let i = 0, row = 0; i < packed.runs.length; row += packed.runs[i + 1], i += 2) {
        if (packed.runs[i] >= 0) values.fill(packed.of[packed.runs[i]], row, row + packed.runs[i + 1]);
      }
    } else if (packed.of) packed.is.forEach((place, i) => { values[i] = place < 0 ? null : packed.of[place]; });
    else if (packed.at) packed.at.forEach((at, i) => { values[at] = packed.is[i]; });
    else packed.is.forEach((value, i) => { values[i] = value; });
    return values;
  }
  cuulong.has = name => Boolean(given[name]);
  /** Rows of a released table as objects; none when it is not published. */
  cuulong.table = name => {
    if (!unpacked[name]) {
      const packed = given[name];
      unpacked[name] = [];
      if (packed) {
        const columns = Object.entries(packed.columns).map(([key, value]) => [key, column(value, packed.rows)]);
        for (let i = 0; i < packed.rows; i++) {
          const row = {};
          for (const [key, values] of columns) row[key] = values[i];
          unpacked[name].push(row);
        }
      }
    }
    return unpacked[name];
  };
  cuulong.yes = value => value === true || value === 'true';
  /** True when a value is left out to protect single establishments, sellers or persons: not the same as unknown. */
  cuulong.isWithheld = (row, column) => Boolean(row.withheld) && row.withheld.split('|').some(flag => flag.startsWith(column + ':'));
  cuulong.withheld = () => say('bảo mật', 'confidential');
  /** A line that names the units whose values are withheld; nothing when none is. */
  cuulong.withheldNote = rows => {
    const units = [...new Set(rows.filter(row => cuulong.isWithheld(row, 'value')).map(row => row.unit_id))];
    return units.length ? h('p', {class: 'note'}, say('Bảo mật: ', 'Confidential: '), units.map(cuulong.unitName).join(', '),
      say('. Số liệu không công bố để bảo vệ thông tin của từng cơ sở, người bán hoặc người dân.', '. Not published, to protect single establishments, sellers or persons.')) : null;
  };
  /** An array column: [a, b], a;b or JSON. */
  cuulong.list = text => (text || '').replace(/^[[{]|[\]}]$/g, '').split(/[,;|]/).map(one => one.replace(/"/g, '').trim())
    .filter(one => one);

  /* ---- words ---- */
  const words = () => given.words;
  cuulong.indicator = code => words().indicators[plain(code)] || {vi: code, en: code, kind: 'amount', direction: 'neither'};
  /** Without the unit that some names end with: pages choose a unit by size and write it beside the number. */
  cuulong.indicatorName = code => cuulong.word(cuulong.indicator(code)).replace(/ \((đồng|triệu đồng|nghìn người|VND|million VND|thousand)\)$/, '');
  /** The same, and whether the series is simulated: for headings that may be read without their frame. */
  cuulong.seriesName = code => cuulong.indicatorName(code) + (cuulong.isSimulated(code) ? say(' (mô phỏng)', ' (simulated)') : '');
  cuulong.code = (list, code) => {
    const entry = words().lists[list] && words().lists[list][code];
    return entry ? cuulong.word(entry) : code;
  };
  cuulong.columnWords = name => words().columns[name];
  cuulong.tableWords = name => words().tables[name];

  /* ---- numbers ---- */
  const formats = {};
  const num = cuulong.num = (value, digits, sign) => {
    if (value === null || value === undefined || Number.isNaN(value)) return '–';
    const key = cuulong.language() + digits + (sign || '');
    formats[key] = formats[key] || new Intl.NumberFormat(cuulong.language() === 'en' ? 'en-GB' : 'vi-VN',
      {minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: sign ? 'exceptZero' : 'auto'});
    return formats[key].format(value).replace('-', '−');
  };
  const STEPS = {
    vnd: [[1e12, 'nghìn tỷ đồng', 'trillion dong'], [1e9, 'tỷ đồng', 'billion dong'], [1e6, 'triệu đồng', 'million dong'],
      [1e3, 'nghìn đồng', 'thousand dong'], [1, 'đồng', 'dong']],
    vnd_per_person: [[1e6, 'triệu đồng/người', 'million dong per person'], [1, 'đồng/người', 'dong per person']],
    vnd_per_guest: [[1e6, 'triệu đồng/lượt khách', 'million dong per arrival'],
      [1e3, 'nghìn đồng/lượt khách', 'thousand dong per arrival'], [1, 'đồng/lượt khách', 'dong per arrival']],
    vnd_per_order: [[1e6, 'triệu đồng/đơn', 'million dong per order'], [1e3, 'nghìn đồng/đơn', 'thousand dong per order'],
      [1, 'đồng/đơn', 'dong per order']],
    person: [[1e6, 'triệu người', 'million people'], [1e3, 'nghìn người', 'thousand people'], [1, 'người', 'people']],
    guest: [[1e6, 'triệu lượt khách', 'million arrivals'], [1, 'lượt khách', 'arrivals']],
    guest_night: [[1e6, 'triệu đêm khách', 'million guest nights'], [1, 'đêm khách', 'guest nights']],
    order: [[1, 'đơn hàng', 'orders']], dossier: [[1, 'hồ sơ', 'dossiers']], payment: [[1, 'giao dịch', 'payments']],
    feedback: [[1, 'phản ánh', 'messages']], product: [[1, 'sản phẩm', 'products']], seller: [[1, 'người bán', 'sellers']],
    day: [[1, 'ngày', 'days']], night_per_guest: [[1, 'đêm/lượt khách', 'nights per arrival']],
    guest_per_thousand_person: [[1, 'lượt khách/nghìn dân', 'arrivals per thousand people']],
    person_per_km2: [[1, 'người/km²', 'people per km²']], km2: [[1, 'km²', 'km²']], score: [[1, 'điểm', 'points']],
    score_of_1: [[1, 'điểm (thang 1)', 'points (of 1)']], index_previous_year_100: [[1, '(năm trước = 100)', '(previous year = 100)']],
    percentage_point: [[1, 'điểm %', 'percentage points']], enterprise: [[1, 'doanh nghiệp', 'enterprises']],
    establishment: [[1, 'cơ sở', 'establishments']], service: [[1, 'dịch vụ công', 'services']]
  };
  const PERCENT = new Set(['ratio', 'percent', 'percent_per_year', 'percent_of_adult_population',
    'percent_of_resident_population']);
  /** How values of a unit are written when the largest of them is so large: a factor, a word behind, digits. */
  cuulong.measure = (unitCode, largest) => {
    const unit = words().units[unitCode] || {vi: unitCode, en: unitCode};
    const base = unit.base || unitCode;
    const times = unit.base ? unit.factor : 1;
    if (PERCENT.has(unitCode) || base === 'ratio') {
      return measure(base === 'ratio' ? times * 100 : 1, '%', '%', 1, true);
    }
    if (/^rank/.test(unitCode)) return measure(1, '', '', 0);
    const steps = STEPS[base] || [[1, unit.vi, unit.en]];
    const size = Math.abs(largest || 0) * times;
    const step = steps.find(one => size >= one[0]) || steps[steps.length - 1];
    const shown = size / step[0];
    const whole = step[0] === 1 && times === 1 && !/_per_|^score|^index|^day$|^percentage/.test(base);
    const digits = whole ? 0 : shown >= 1000 ? 0 : shown >= 10 ? 1 : 2;
    return measure(times / step[0], step[1], step[2], digits);
  };
  function measure(scale, vi, en, digits, tight) {
    const unit = () => say(vi, en);
    return {scale, digits, unit, tight: Boolean(tight),
      number: value => value === null || value === undefined ? '–' : num(value * scale, digits),
      full: value => value === null || value === undefined ? '–'
        : num(value * scale, digits) + (unit() ? (tight ? '' : '\u00a0') + unit() : '')};
  }
  cuulong.amount = (value, unitCode) => {
    const places = /^rank_of_(\d+)$/.exec(unitCode);
    return cuulong.measure(unitCode, value).full(value) + (places && value !== null ? '/' + places[1] : '');
  };
  cuulong.percent = (share, digits = 1) => num(share * 100, digits) + '%';
  /** "tăng 7,4%" of 0.074. */
  cuulong.growth = share => share === null ? '' : Math.abs(share) < 0.0005 ? say('không đổi', 'unchanged')
    : (share > 0 ? say('tăng ', 'up ') : say('giảm ', 'down ')) + num(Math.abs(share) * 100, 1) + '%';
  cuulong.join = names => names.length < 2 ? names.join('')
    : names.slice(0, -1).join(', ') + say(' và ', ' and ') + names[names.length - 1];

  /* ---- time ---- */
  const ENGLISH_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
    'November', 'December'];
  cuulong.date = text => new Date(Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8, 10) || 1));
  cuulong.day = text => {
    const [year, month, day] = text.split('-').map(Number);
    return say(`${day}/${month}/${year}`, `${day} ${ENGLISH_MONTHS[month - 1]} ${year}`);
  };
  cuulong.shortDay = text => text.split('-').reverse().map(Number).join('/');
  cuulong.period = (kind, start) => {
    const year = start.slice(0, 4);
    const month = +start.slice(5, 7);
    switch (kind) {
      case 'month': return say(`tháng ${month}/${year}`, `${ENGLISH_MONTHS[month - 1]} ${year}`);
      case 'quarter': return say(`quý ${['I', 'II', 'III', 'IV'][(month - 1) / 3]}/${year}`, `Q${(month + 2) / 3} ${year}`);
      case 'six_months': return say(`6 tháng đầu năm ${year}`, `the first half of ${year}`);
      case 'nine_months': return say(`9 tháng đầu năm ${year}`, `the first nine months of ${year}`);
      default: return say(`năm ${year}`, year);
    }
  };
  cuulong.shortPeriod = (kind, start) => kind === 'month' ? `${+start.slice(5, 7)}/${start.slice(0, 4)}`
    : kind === 'year' ? start.slice(0, 4) : capital(cuulong.period(kind, start));
  const PERIOD_KINDS = {month: ['theo tháng', 'by month'], quarter: ['theo quý', 'by quarter'], year: ['theo năm', 'by year'],
    six_months: ['6 tháng', 'first halves'], nine_months: ['9 tháng', 'first nine months']};
  cuulong.periodKind = kind => PERIOD_KINDS[kind] ? say(...PERIOD_KINDS[kind]) : kind;

  /* ---- places ---- */
  const places = () => given.places;
  cuulong.unit = id => places().units[id] || {vi: id, en: id, level: 'province', parts: [], became: [], members: []};
  cuulong.isOld = id => Boolean(cuulong.unit(id).to);
  cuulong.unitName = id => cuulong.word(cuulong.unit(id));
  const SHORT_REGION = {'mekong-delta-6': ['Cả vùng (6 tỉnh, thành)', 'The region (6 units)'],
    'mekong-delta-5': ['ĐBSCL (5 tỉnh, thành)', 'Mekong Delta (5 units)'],
    'mekong-delta-13': ['Cả vùng (13 tỉnh)', 'The region (13 provinces)'], 'viet-nam': ['Cả nước', 'Viet Nam']};
  cuulong.shortName = id => SHORT_REGION[id] ? say(...SHORT_REGION[id]) : cuulong.unitName(id);
  /** With the years of its map, where names of both maps stand together. */
  cuulong.datedName = id => cuulong.isOld(id) && cuulong.unit(id).level !== 'region'
    ? cuulong.unitName(id) + say(' (đến 6/2025)', ' (to June 2025)') : cuulong.shortName(id);
  cuulong.members = basis => cuulong.sorted(cuulong.unit(basis === 'units_2004' ? 'mekong-delta-13' : 'mekong-delta-6').members);
  cuulong.region = basis => basis === 'units_2004' ? 'mekong-delta-13' : 'mekong-delta-6';
  cuulong.basisOf = id => cuulong.isOld(id) ? 'units_2004' : 'units_2025';
  const collator = new Intl.Collator('vi');
  cuulong.compareNames = (one, other) => collator.compare(one, other);
  cuulong.sorted = ids => [...ids].sort((one, other) => collator.compare(cuulong.unitName(one), cuulong.unitName(other)));
  cuulong.basisName = basis => basis === 'units_2004' ? say('13 tỉnh, đến 30/6/2025', '13 provinces, to 30 June 2025')
    : say('6 tỉnh, thành, từ 1/7/2025', '6 units, from 1 July 2025');

  /** True when a value of today's units was split over the old provinces. */
  cuulong.isSplit = row => row.boundary_basis === 'units_2004' && cuulong.yes(row.is_estimated) && (row.period_end || row.period_start) >= '2025-07-01';

  /* ---- figures of old provinces under the name of a new one ---- */
  /**
   * Rows of the old provinces that a value of a merged unit was added up from; null when a document gave the value. It
   * was added up when it is an amount, is the sum of all parts, and rests on their documents and no other.
   */
  cuulong.addends = row => {
    if (!row.indicator) return null;
    const {parts} = cuulong.unit(row.unit_id);
    if (!parts.length || row.boundary_basis !== 'units_2025' || row.data_origin === 'synthetic' || cuulong.indicator(row.indicator).kind !== 'amount' || !row.source_reference) return null;
    const rows = parts.map(id => cuulong.observations(row.indicator, 'units_2004')
      .find(one => one.unit_id === id && one.period_kind === row.period_kind && one.period_start === row.period_start && one.value !== null));
    if (rows.some(one => !one)) return null;
    const sum = rows.reduce((total, one) => total + one.value, 0);
    const documents = list => [...new Set(list.flatMap(one => (one.source_reference || '').split(/\s+;\s+/)))].sort().join(' ; ');
    return Math.abs(sum - row.value) <= 1e-9 * Math.abs(row.value) && documents(rows) === documents([row]) ? cuulong.sortedBy(rows) : null;
  };
  /** The old provinces with their values; one that has the name of the new unit says that it is the old one. */
  cuulong.addition = (row, addends, measure) => addends.map(one => cuulong.unitName(one.unit_id)
    + (cuulong.unitName(one.unit_id) === cuulong.unitName(row.unit_id) ? say(' cũ ', ' (old) ') : ' ') + measure.number(one.value)).join(' + ');
  cuulong.sortedBy = rows => [...rows].sort((one, other) => collator.compare(cuulong.unitName(one.unit_id), cuulong.unitName(other.unit_id)));

  /* ---- figures by which units are compared ---- */
  /* A series is published or simulated, never both. An indicator of which there are both is two series, and the code
     of the simulated one ends with this mark. */
  const SIMULATED = '~simulated';
  const plain = code => code.replace(SIMULATED, '');
  let bySeries = null;
  let simulated = null;
  function readSeries() {
    const rows = cuulong.table('mart.regional_comparison');
    const published = new Set(rows.filter(row => row.data_origin !== 'synthetic').map(row => row.indicator));
    bySeries = new Map();
    simulated = new Set();
    for (const row of rows) {
      const isSimulated = row.data_origin === 'synthetic';
      const code = row.indicator + (isSimulated && published.has(row.indicator) ? SIMULATED : '');
      if (isSimulated) simulated.add(code);
      const key = code + ' ' + row.boundary_basis;
      if (!bySeries.has(key)) bySeries.set(key, []);
      bySeries.get(key).push(row);
    }
    const mixed = new Set([...simulated].filter(code => code.endsWith(SIMULATED)).map(plain));
    for (const [key, list] of bySeries) {
      list.sort((a, b) => a.period_start < b.period_start ? -1 : 1);
      if (mixed.has(plain(key.split(' ')[0]))) withinSeries(list);
    }
  }
  /** Growth from a simulated value to a published one, or back, is none. */
  function withinSeries(rows) {
    const known = new Set(rows.map(row => row.unit_id + row.period_kind + row.period_start));
    const has = (row, years, months) => {
      const month = (+row.period_start.slice(0, 4) - years) * 12 + +row.period_start.slice(5, 7) - 1 - months;
      const start = `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, '0')}-01`;
      return known.has(row.unit_id + row.period_kind + start);
    };
    for (const row of rows) {
      if (!has(row, 1, 0)) row.growth_on_year = null;
      if (row.period_kind === 'month' && !has(row, 0, 1)) row.growth_on_previous = null;
    }
  }
  /** Rows of one series on one map, by time. */
  cuulong.observations = (code, basis) => {
    if (!bySeries) readSeries();
    return bySeries.get(code + ' ' + basis) || [];
  };
  cuulong.isSimulated = code => {
    if (!bySeries) readSeries();
    return simulated.has(code);
  };
  /** The simulated series of an indicator, whether there are published figures of it or not. */
  cuulong.simulatedCode = code => cuulong.isSimulated(code + SIMULATED) ? code + SIMULATED : code;
  cuulong.series = (code, basis, unit, kind) => cuulong.observations(code, basis)
    .filter(row => row.unit_id === unit && (!kind || row.period_kind === kind));
  cuulong.periods = (code, basis, kind) => [...new Set(cuulong.observations(code, basis)
    .filter(row => row.period_kind === kind).map(row => row.period_start))].sort();
  cuulong.kinds = (code, basis) => ['month', 'quarter', 'six_months', 'nine_months', 'year']
    .filter(kind => cuulong.observations(code, basis).some(row => row.period_kind === kind));
  /** The newest period in which most units have a value. */
  cuulong.fullPeriod = (code, basis, kind) => {
    const members = new Set(cuulong.members(basis));
    const counts = new Map();
    for (const row of cuulong.observations(code, basis)) {
      if (row.period_kind === kind && members.has(row.unit_id) && row.value !== null) {
        counts.set(row.period_start, (counts.get(row.period_start) || 0) + 1);
      }
    }
    const most = Math.max(0, ...counts.values());
    return [...counts].filter(([, count]) => count >= Math.max(1, most - 1)).map(([start]) => start).sort().pop() || null;
  };
  const GROUPS = [
    ['tourism', 'Du lịch', 'Tourism', code => /^mart.province_month_tourism$/.test(cuulong.indicator(code).table)
      || /^(tourism|accommodation|travel)_/.test(code)],
    ['ecommerce', 'Thương mại điện tử', 'E-commerce', code => /^mart.province_month_ecommerce$/.test(cuulong.indicator(code).table)
      || /ecommerce|ocop|ebi_|shoppers/.test(code)],
    ['service', 'Dịch vụ số', 'Digital services', code => /^mart.province_month_digital_service$/.test(cuulong.indicator(code).table)
      || ['digital_government', 'digital_society'].includes(cuulong.indicator(code).pillar)],
    ['digital', 'Kinh tế số và chuyển đổi số', 'Digital economy and transformation',
      code => /digital|dti_|pii_/.test(code) || /digital_grdp/.test(cuulong.indicator(code).table || '')],
    ['economy', 'Kinh tế và dân số', 'Economy and population', () => true]];
  const ORDER = ['economy', 'digital', 'tourism', 'ecommerce', 'service'];
  cuulong.groups = () => ORDER.map(id => GROUPS.find(group => group[0] === id)).map(([id, vi, en]) => ({id, name: say(vi, en)}));
  cuulong.group = code => GROUPS.find(([, , , holds]) => holds(plain(code)))[0];
  /** Codes that have values on a map, in the order of the dictionary. */
  cuulong.codes = basis => Object.keys(words().indicators).flatMap(code => [code, code + SIMULATED])
    .filter(code => cuulong.observations(code, basis).some(row => row.value !== null));

  /* ---- the address remembers what the reader chose ---- */
  cuulong.choice = () => Object.fromEntries(new URLSearchParams(window.location.hash.slice(1)));
  cuulong.choose = choice => {
    const hash = new URLSearchParams(Object.entries(choice).filter(([, value]) => value)).toString();
    try {
      window.history.replaceState(null, '', '#' + hash);
    } catch (closed) {
      window.location.hash = hash;
    }
  };

  /* ---- the page ---- */
  function draw() {
    const name = root.dataset.page;
    const place = document.getElementById('page');
    document.querySelectorAll('[data-language]').forEach(button =>
      button.setAttribute('aria-pressed', String(button.dataset.language === cuulong.language())));
    signMenu();
    const heading = document.querySelector(`h1 > [lang="${cuulong.language()}"]`);
    if (heading) document.title = heading.textContent + ' · Cửu Long';
    place.replaceChildren();
    cuulong.pages[name](place, root.dataset.unit || null);
    if (place.querySelector('.mark.final, .state.final')) place.append(cuulong.statusLegend());
    place.dataset.drawn = cuulong.language();
  }
  /** The page whose table has simulated sources only says so in the menu. */
  function signMenu() {
    const link = document.querySelector('#menu a[href="trade.html"]');
    const feeds = cuulong.sourcesOf('mart.place_month_trade').flatMap(([, sources]) => sources);
    if (!link || !feeds.length || feeds.some(feed => feed.origin !== 'synthetic')) return;
    const sign = link.querySelector('.menu-sign') || link.appendChild(cuulong.h('span', {class: 'menu-sign', role: 'img'}));
    sign.setAttribute('aria-label', say('mô phỏng', 'simulated'));
    sign.title = say('Số liệu mô phỏng để trình diễn', 'Simulated for demonstration');
  }
  cuulong.redraw = draw;
  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-language]').forEach(button => button.addEventListener('click', () => {
      root.lang = button.dataset.language;
      try {
        window.localStorage.setItem('cuulong.language', root.lang);
      } catch (closed) {
        // The choice then holds for this page only.
      }
      draw();
    }));
    const menu = document.querySelector('button.menu');
    menu.addEventListener('click', () => {
      const open = menu.getAttribute('aria-expanded') !== 'true';
      menu.setAttribute('aria-expanded', String(open));
      document.getElementById('menu').classList.toggle('open', open);
    });
    draw();
  });
})();
