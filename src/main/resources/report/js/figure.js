/* A figure: a sentence, a drawing, where it comes from, and the same numbers as a table. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;

  /* ---- marks: synthetic, estimated, status ---- */
  c.marks = rows => {
    const found = new Set();
    const publishers = new Set();
    for (const row of rows) {
      if (!row) continue;
      const origin = row.data_origin || row.latest_data_origin;
      if (origin === 'synthetic') found.add('synthetic');
      if (c.addends(row)) found.add('added');
      if (c.isSplit(row)) found.add('split');
      else if (c.yes(row.is_estimated) || c.yes(row.latest_is_estimated)) found.add('partly');
      const status = row.status || row.latest_status;
      // A simulated number is neither an estimate nor final: it is no statistic.
      if (status && origin !== 'synthetic') found.add(status);
      if (status === 'final' && origin !== 'synthetic') publishers.add(c.publisher(row));
    }
    const marks = [];
    if (rows.some(row => row && row.withheld)) marks.push(mark('withheld', say('Có số liệu bảo mật, không công bố', 'Confidential values are withheld')));
    if (found.has('synthetic')) marks.push(c.syntheticMark());
    if (found.has('estimate')) marks.push(mark('estimate', say('Số liệu ước', 'Estimate')));
    if (found.has('split')) marks.push(mark('split', say('Ước tính theo địa giới', 'Estimated across boundaries')));
    else if (found.has('partly') && !found.has('estimate')) marks.push(mark('split', say('Có phần ước tính', 'Partly estimated')));
    if (found.has('preliminary')) marks.push(mark('preliminary', say('Sơ bộ', 'Preliminary')));
    if (found.has('final')) marks.push(h('span', {class: 'mark final', title: c.finalMeans()}, c.finalWords(publishers)));
    if (found.has('added')) marks.push(h('span', {class: 'mark added', title: say('Không tài liệu nào cho số của tỉnh mới ở kỳ này.', 'No document gives a figure of the new unit for this period.')}, c.addedWords()));
    return marks;
  };
  c.addedWords = () => say('Cộng từ số của các tỉnh cũ', 'Added up from the old provinces');

  /* ---- what "final" means: not who says it ---- */
  /** By the addresses of its documents: 'office', 'press' for any other page, null when that cannot be told. */
  c.publisher = row => {
    const hosts = (row.source_reference || '').split(/\s+;\s+/).map(text => (/^https?:\/\/([^/]+)/.exec(text) || [])[1]);
    if (hosts.some(host => !host || host === 'github.com')) return null;
    return hosts.every(host => /(^|\.)(gov\.vn|nso\.gov\.vn)$/.test(host)) ? 'office' : 'press';
  };
  c.finalWords = publishers => {
    const [only] = publishers;
    const who = publishers.size !== 1 || !only ? '' : only === 'office' ? say(' · trang cơ quan nhà nước', ' · government site') : say(' · báo chí, trang tin', ' · press, news sites');
    return say('Đã công bố', 'Published') + who;
  };
  c.finalMeans = () => say('Tài liệu không ghi là số ước hay sơ bộ. Không có nghĩa là số của cơ quan thống kê.', 'The document does not call it an estimate or preliminary. It need not be a figure of the statistics office.');
  c.statusLegend = () => h('p', {class: 'note status-legend'}, h('b', {}, say('Đã công bố', 'Published')), ': ', say('tài liệu không ghi là số ước hay sơ bộ; không có nghĩa là số của cơ quan thống kê. Ai nói thì xem ở “Nguồn và cách tính”.',
    'the document does not call it an estimate or preliminary; it need not be a figure of the statistics office. “Source and method” tells who says so.'));
  /** The status of one published figure in words, for a cell of a table. */
  c.statusCell = row => [row.status === 'final' ? h('span', {class: 'state final', title: c.finalMeans()}, c.finalWords(new Set([c.publisher(row)]))) : c.capital(c.code('publication_status', row.status || '')),
    c.addends(row) ? [h('br'), c.addedWords()] : ''];
  const mark = (kind, text) => h('span', {class: 'mark ' + kind}, text);
  c.syntheticMark = () => h('span', {class: 'mark synthetic', title: say(
    'Bản ghi mô phỏng để trình diễn; không phải số liệu thống kê, không được trích dẫn.',
    'Synthetic records for demonstration; no statistics, not to be cited.')},
  say('Số liệu mô phỏng để trình diễn', 'Simulated for demonstration'));

  /* ---- the figure ---- */
  /**
   * title: a sentence; note: what is shown, in which unit; draw(width): an SVG or other element;
   * table: {head: [..], rows: [[..]]}; rows: those that are shown, for the marks; source: see c.showSource.
   */
  c.figure = spec => {
    const drawing = h('div', {class: 'drawing'});
    const figure = h('figure', {class: 'figure ' + (spec.kind || '')},
      h('figcaption', {},
        spec.kicker ? h('p', {class: 'kicker'}, spec.kicker) : null,
        h(spec.level || 'h3', {class: 'claim'}, spec.title),
        spec.note ? h('p', {class: 'note'}, spec.note) : null),
      drawing,
      h('div', {class: 'under'}, c.marks(spec.rows || []), spec.source ? c.sourceButton(spec.source) : null),
      spec.table ? numbers(spec.table) : null);
    if (spec.draw) keepDrawn(drawing, spec);
    return figure;
  };

  function keepDrawn(place, spec) {
    let width = 0;
    const paint = () => {
      const now = Math.floor(place.clientWidth);
      if (now > 0 && Math.abs(now - width) > 2) {
        width = now;
        place.replaceChildren(spec.draw(width));
      }
    };
    c.whenSized(place, paint);
  }

  /** Calls when an element has got a width, and whenever it changes. */
  c.whenSized = (element, paint) => {
    let width = 0;
    const look = () => {
      if (element.clientWidth && element.clientWidth !== width) {
        width = element.clientWidth;
        paint();
      }
    };
    // In the next frame, because what is drawn may change the size again.
    new ResizeObserver(() => requestAnimationFrame(look)).observe(element);
    requestAnimationFrame(look);
  };

  function numbers(table) {
    const details = h('details', {class: 'numbers'}, h('summary', {}, say('Bảng số liệu', 'Table of figures')));
    // Made when it is opened: a page may hold many.
    let made = false;
    const make = () => {
      if (!made) {
        made = true;
        details.append(c.tableOf(table), h('button', {type: 'button', class: 'plain', onclick: () => save(table)},
          say('Tải bảng này (CSV)', 'Save this table (CSV)')));
      }
    };
    details.addEventListener('toggle', make);
    return details;
  }

  /** A table of texts and numbers; a number in a cell is {value, text}. */
  c.tableOf = table => h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': table.name || say('Bảng số liệu', 'Table of figures')},
    h('table', {},
      h('thead', {}, h('tr', {}, table.head.map((text, i) => h('th', {scope: 'col', class: i > 0 && isNumber(table, i) ? 'number' : null}, text)))),
      h('tbody', {}, table.rows.map(row => h('tr', {}, row.map((cell, i) => i === 0
        ? h('th', {scope: 'row'}, shown(cell)) : h('td', {class: isValue(cell) ? 'number' : null}, shown(cell))))))));
  const isValue = cell => cell !== null && typeof cell === 'object' && !(cell instanceof Node) && !Array.isArray(cell);
  const isNumber = (table, i) => table.rows.some(row => isValue(row[i]));
  const shown = cell => cell === null || cell === undefined ? '–' : isValue(cell) ? cell.text : cell;

  /** A table of units with value, rank and growth. */
  c.rankTable = (rows, code, unit) => {
    const measure = c.measure(unit, Math.max(...rows.map(row => Math.abs(row.value)), 0));
    const value = (row, column, text) => ({value: row[column], text: row[column] === null || row[column] === undefined ? c.isWithheld(row, column) ? c.withheld() : '–' : text});
    return {name: c.seriesName(code), head: [say('Đơn vị', 'Unit'), c.seriesName(code) + (measure.unit() ? ` (${measure.unit()})` : ''),
      say('Hạng', 'Rank'), say('So với kỳ trước', 'On the period before'), say('So với cùng kỳ', 'On a year before')],
    rows: rows.map(row => [c.unitName(row.unit_id), value(row, 'value', measure.number(row.value)), value(row, 'rank', String(row.rank)),
      value(row, 'growth_on_previous', c.num(row.growth_on_previous * 100, 1, true) + '%'), value(row, 'growth_on_year', c.num(row.growth_on_year * 100, 1, true) + '%')])};
  };

  function save(table) {
    const vietnamese = c.language() === 'vi';
    const plain = cell => {
      const value = isValue(cell) ? cell.value : Array.isArray(cell) ? h('span', {}, cell).textContent : cell instanceof Node ? cell.textContent : cell;
      if (value === null || value === undefined) return '';
      if (typeof value === 'number') return vietnamese ? String(value).replace('.', ',') : String(value);
      // A text that a spreadsheet would take for a formula is kept a text.
      const safe = /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
      return /[",;\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
    };
    const lines = [table.head, ...table.rows].map(row => row.map(plain).join(vietnamese ? ';' : ','));
    const link = h('a', {href: URL.createObjectURL(new Blob(['\ufeff' + lines.join('\r\n') + '\r\n'], {type: 'text/csv'})),
      download: 'cuulong.csv'});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /* ---- where a number comes from ---- */
  c.sourceButton = source => h('button', {type: 'button', class: 'source', 'aria-haspopup': 'dialog', onclick: () => c.showSource(source)},
    say('Nguồn và cách tính', 'Source and method'));

  /** The source of rows of the comparison: traced to the mart that the indicator stands in. */
  c.sourceOf = (rows, code, all) => {
    const row = rows.filter(Boolean).slice(-1)[0];
    if (!row) return null;
    const indicator = c.indicator(code);
    const published = !indicator.table || !indicator.table.startsWith('mart.province_month_');
    return published
      ? {code, table: 'mart.regional_comparison', column: 'value', row, rows: all || rows, where: {indicator: row.indicator, unit_id: row.unit_id,
        boundary_basis: row.boundary_basis, period_kind: row.period_kind, period_start: row.period_start}}
      : {code, table: indicator.table, column: row.indicator, row, rows: all || rows, where: {unit_id: row.unit_id, boundary_basis: row.boundary_basis,
        month: row.period_start}};
  };

  /* ---- controls ---- */
  c.select = (label, options, value, onchange) => {
    const select = h('select', {onchange: event => onchange(event.target.value)});
    for (const option of options) {
      if (option.options) {
        if (option.options.length) select.append(h('optgroup', {label: option.label}, option.options.map(one => h('option', {value: one.value, selected: one.value === value}, one.label))));
      } else {
        select.append(h('option', {value: option.value, selected: option.value === value}, option.label));
      }
    }
    return h('label', {class: 'control'}, h('span', {}, label), select);
  };
  c.indicatorSelect = (basis, value, onchange, allowed) => {
    const codes = c.codes(basis).filter(allowed || (() => true));
    // What is published first, in order of the groups; then what is simulated, and says so in each heading.
    const options = simulated => c.groups().map(group => ({label: (simulated ? say('Mô phỏng · ', 'Simulated · ') : '') + group.name, options: codes
      .filter(code => c.isSimulated(code) === simulated && c.group(code) === group.id).map(code => ({value: code, label: c.seriesName(code)}))
      .sort((a, b) => c.compareNames(a.label, b.label))}));
    return c.select(say('Chỉ tiêu', 'Indicator'), [...options(false), ...options(true)], value, onchange);
  };
  c.choices = (label, options, value, onchange) => h('fieldset', {class: 'choices'}, h('legend', {}, label),
    h('div', {}, options.map(option => h('label', {}, h('input', {type: 'radio', name: label, value: option.value,
      checked: option.value === value, onchange: () => onchange(option.value)}), h('span', {}, option.label)))));
  c.basisChoices = (value, onchange) => c.choices(say('Bản đồ', 'Map'), ['units_2025', 'units_2004']
    .map(basis => ({value: basis, label: c.basisName(basis)})), value, onchange);
  c.section = (title, lead, ...content) => h('section', {class: 'part'}, h('div', {class: 'part-head'}, h('h2', {}, title), lead ? h('p', {}, lead) : null), content);
  c.notice = text => h('p', {class: 'notice'}, text);
})();
