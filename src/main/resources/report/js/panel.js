/* The panel behind a number: what it means, how it is computed, and the way back to its files. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  const STATISTIC = 'clean.official_statistic';

  /** {code?, table, column, where, row?, rows, document?}: opens the panel; document() says what stands in place of the references. */
  c.showSource = source => {
    const table = c.tableWords(source.table);
    const words = source.code ? c.indicator(source.code) : c.columnWords(source.column);
    const panel = h('dialog', {class: 'panel', 'aria-labelledby': 'panel-title'});
    const close = h('button', {type: 'button', class: 'close', onclick: () => panel.close()}, say('Đóng', 'Close'));
    const simulated = isSimulated(source);
    panel.append(close,
      h('h2', {id: 'panel-title'}, words ? c.word(words) : table ? c.word(table.title) : source.table),
      simulated ? h('div', {class: 'simulated-notice'}, c.syntheticMark(), h('p', {}, say('Con số này tính từ bản ghi mô phỏng, do máy tạo ra. Nó không đến từ cơ quan hay tài liệu nào.',
        'This number is computed from simulated records, made by a program. It comes from no office and no document.'))) : '',
      part(say('Nghĩa là', 'What it means'), meaning(source, words)),
      part(say('Cách tính', 'How it is computed'), method(source, table)),
      source.document ? part(say('Văn bản nêu chỉ tiêu', 'The document that sets the target'), source.document())
        : part(say('Tài liệu đã công bố con số', 'The document that published it'), documents(source)),
      part(say('Đường đi của con số', 'The way the number took'), lineage(source, simulated)),
      part(say('Đến tận tệp và dòng', 'Down to files and lines'), trace(source)),
      part(say('Cần biết khi sử dụng', 'Before you use it'), (table ? table.warnings : [])
        // What the rows themselves say is said above, or does not concern them.
        .filter(code => code !== 'synthetic_demonstration' && (code !== 'estimated_split' || (source.rows || []).some(c.isSplit)))
        .map(code => h('p', {}, c.word(c.given('words').warnings[code])))));
    panel.addEventListener('close', () => panel.remove());
    panel.addEventListener('click', event => { if (event.target === panel) panel.close(); });
    document.body.append(panel);
    panel.showModal();
  };
  const isSimulated = source => (source.rows || []).some(row => (row.data_origin || row.latest_data_origin) === 'synthetic');
  const part = (title, content) => {
    const children = [content].flat().filter(Boolean);
    return children.length ? h('section', {}, h('h3', {}, title), children) : '';
  };
  const isStatistic = source => Boolean(source.code) && c.indicator(source.code).table === STATISTIC;
  /** The table that the number was computed in, or published in. */
  const start = source => source.code && c.indicator(source.code).table || source.table;
  const nameOf = code => (c.columnWords(code) && c.word(c.columnWords(code))) || c.indicatorName(code);

  /* ---- what it means ---- */
  const KINDS = {
    amount: ['Là số lượng: cộng được giữa các nơi khi cùng kỳ.', 'An amount: it adds up over places of one period.'],
    ratio: ['Là tỷ số giữa hai lượng: không cộng được giữa các nơi.', 'A ratio of two amounts: it does not add up over places.'],
    level: ['Là mức của từng nơi: không cộng được.', 'A level of each place: it does not add up.'],
    rate: ['Là tốc độ so với kỳ gốc: không cộng được.', 'A rate against a base period: it does not add up.'],
    score: ['Là điểm do cơ quan công bố chấm.', 'A score, given by who publishes it.'],
    rank: ['Là thứ hạng do cơ quan công bố xếp: nhỏ hơn là tốt hơn.', 'A rank, given by who publishes it: smaller is better.']};
  function meaning(source, words) {
    const means = isStatistic(source) ? null : words && words.means ? c.word(words.means) : !source.code && c.columnWords(source.column) && c.word(c.columnWords(source.column).means);
    if (means) return h('p', {}, means);
    if (!words) return null;
    const row = source.row || (source.rows || [])[0];
    const unit = row && c.given('words').units[row.unit_code];
    return h('p', {}, unit ? say(`${c.word(words)}, tính bằng ${c.word(unit)}. `, `${c.word(words)}, in ${c.word(unit)}. `) : c.word(words) + '. ', KINDS[words.kind] ? say(...KINDS[words.kind]) : '');
  }

  /* ---- how it is computed ---- */
  function method(source, table) {
    const indicator = source.code ? c.indicator(source.code) : null;
    const lines = [];
    const told = indicator && indicator.means && /chia cho|divided by/.test(c.word(indicator.means));
    if (indicator && indicator.numerator && indicator.denominator && !told) {
      lines.push(h('p', {class: 'formula'}, say(`${nameOf(indicator.numerator)}, chia cho ${lower(nameOf(indicator.denominator))}.`, `${nameOf(indicator.numerator)}, divided by ${lower(nameOf(indicator.denominator))}.`)));
    }
    if (source.column === 'regional_value' && indicator) {
      lines.push(h('p', {}, indicator.kind === 'amount' ? say('Giá trị của vùng: cộng các đơn vị của vùng.', 'The value of the region: the sum of its units.')
        : say(`Giá trị của vùng: bình quân của các đơn vị${indicator.denominator ? `, quyền số là ${lower(nameOf(indicator.denominator))}` : ''}.`,
          `The value of the region: the mean of its units${indicator.denominator ? `, weighted by ${lower(nameOf(indicator.denominator))}` : ''}.`)));
    }
    const sums = [...new Set([source.row, ...(source.rows || [])].filter(Boolean))].map(row => ({row, addends: isStatistic(source) ? c.addends(row) : null})).filter(one => one.addends);
    sums.slice(0, 6).forEach(one => lines.push(h('p', {}, addition(one))));
    const given = [source.row, ...(source.rows || [])].filter(Boolean).some(row => !sums.some(one => one.row === row));
    if (isStatistic(source) && given) {
      lines.push(h('p', {}, say((sums.length ? 'Các số khác: lấy' : 'Lấy') + ' đúng số đã công bố, chỉ đổi về một đơn vị tính. Khi các tài liệu nói khác nhau, lấy một số theo quy tắc cố định: tài liệu có nhiều tỉnh của vùng nhất đi trước, rồi số liệu chắc hơn, rồi bản mới hơn.',
        (sums.length ? 'Other figures: as' : 'The figure as') + ' published, only brought to one unit of measure. Where documents differ, a fixed rule takes one: the document with most provinces of the Delta, then the firmer, then the newer.')));
    } else if (!isStatistic(source) && table) {
      if (/_digital_grdp$/.test(start(source))) {
        lines.push(h('p', {}, say('Ước tính: giá trị tăng thêm của kinh tế số lõi và của phần được số hóa trong các ngành, chia cho GRDP; cộng các tỉnh khớp với số cả nước đã công bố. Khoảng tin cậy 95% lấy từ nhiều lần tính lại với đầu vào thay đổi trong sai số của chúng.',
          'An estimate: value added of the digital core and of what is digitalised in other industries, divided by GRDP; all provinces add up to the published national figures. The 95% interval comes from computing it again many times, with inputs that vary within their errors.')));
      }
      if (source.rules) lines.push(...source.rules());
      lines.push(h('p', {}, say('Mỗi dòng: ', 'One row: '), lower(c.word(table.grain)).replace(/\.?$/, '.')));
    }
    const rows = source.rows || [];
    if (rows.some(c.isSplit)) {
      lines.push(h('p', {}, say('Có giá trị được chia từ đơn vị mới về tỉnh cũ theo trọng số dân số: là ước tính.',
        'Some values were split from new units to old provinces by population weights: they are estimates.')));
    } else if (isSimulated(source) && rows.some(row => c.yes(row.is_estimated))) {
      lines.push(h('p', {}, say('Có bản ghi góp vào mà giá trị được phỏng đoán khi đọc hoặc được phân bổ.',
        'Some contributing records hold a value that was guessed when it was read, or split.')));
    }
    const missing = new Set(rows.flatMap(row => c.list(row.missing_unit_ids)));
    if (missing.size) {
      lines.push(h('p', {}, say('Thiếu số liệu của: ', 'No records from: '), c.join([...missing].map(c.datedName))));
    }
    lines.push(h('p', {}, h('a', {href: 'methods.html'}, say('Đọc về phương pháp', 'Read about the methods'))));
    return lines;
  }
  const lower = text => text.charAt(0).toLocaleLowerCase(c.language()) + text.slice(1);

  /** How the value of a merged unit was added up: its old provinces with their values. */
  function addition({row, addends}) {
    const measure = c.measure(row.unit_code, row.value);
    const terms = c.addition(row, addends, measure);
    const crossing = /^tourism_visitors/.test(row.indicator) ? say(' Khách đi qua nhiều tỉnh cũ được đếm ở từng tỉnh.', ' Guests who went through several old provinces count in each.') : '';
    return say(`${c.unitName(row.unit_id)}, ${c.period(row.period_kind, row.period_start)}: không có tài liệu cho số của tỉnh mới, nên cộng số đã công bố của các tỉnh cũ: ${terms} = ${measure.full(row.value)}.${crossing}`,
      `${c.unitName(row.unit_id)}, ${c.period(row.period_kind, row.period_start)}: no document gives a figure of the new unit, so those of the old provinces were added up: ${terms} = ${measure.full(row.value)}.${crossing}`);
  }

  /* ---- the document ---- */
  const NOWHERE = 'không có địa chỉ';
  function documents(source) {
    const rows = (source.rows || []).flatMap(row => isStatistic(source) && c.addends(row) || [row]).filter(row => row.source_reference);
    const listed = rows.flatMap(row => row.source_reference.split(/\s+;\s+/).map(text => ({text, row})));
    const distinct = [...new Map(listed.map(one => [one.text, one])).values()];
    // A document that stands for one place among several is told with its place.
    const placesOf = text => new Set(listed.filter(one => one.text === text).map(one => one.row.unit_id));
    const several = new Set(rows.map(row => row.unit_id)).size > 1;
    const found = distinct.slice(0, 8).map(({text, row}) => h('p', {class: 'reference'}, several && placesOf(text).size === 1 && row.unit_id ? h('span', {class: 'quiet'}, c.datedName(row.unit_id), ': ') : '',
      row.source_title ? [row.source_title, h('br')] : '', text === NOWHERE ? nowhere() : c.reference(text)));
    if (distinct.length > 8) found.push(h('p', {}, say(`và ${distinct.length - 8} tài liệu khác`, `and ${distinct.length - 8} more documents`)));
    return found;
  }
  const nowhere = () => say('tài liệu không có trên mạng; tên của nó ở dòng gốc, do lệnh dưới đây chỉ ra', 'a document that is not on the web; the line that the command below shows has its name');
  /** The references of a figure, which may rest on several documents; words where there is no address. */
  c.references = text => {
    const found = (text || '').split(/\s+;\s+/).filter(Boolean);
    return found.length ? found.map((one, i) => [i ? h('br') : '', one === NOWHERE ? say('tài liệu không có trên mạng', 'a document that is not on the web') : c.reference(one)]) : '–';
  };
  /** A reference as a link when it is an address of the web, and as text otherwise. */
  c.reference = text => /^https?:\/\/[^\s]+$/.test(text)
    ? h('a', {href: text, rel: 'noreferrer noopener', target: '_blank'}, text.replace(/^https?:\/\/(www\.)?/, '').slice(0, 70) + (text.length > 80 ? '…' : ''))
    : text;

  /* ---- the way it took ---- */
  /** Clean tables behind a mart with the sources that feed them. */
  c.sourcesOf = (name, seen = new Set()) => {
    if (seen.has(name) || !c.tableWords(name)) return [];
    seen.add(name);
    const table = c.tableWords(name);
    const own = table.sources.length ? [[name, table.sources]] : [];
    return own.concat(table.inputs.flatMap(input => c.sourcesOf(input, seen)));
  };
  /** From the number back: the table it stands in, the tables that is made of, and the files of each source. */
  function lineage(source, simulated) {
    const release = (c.given('releases') || []).find(one => one.tables && one.tables[source.table]);
    const known = release ? release.tables[source.table] : {made_of: {}, sources: {}};
    const first = start(source);
    const steps = [step(source.table, known.version, h('code', {}, source.column), release ? say(` · bản phát hành ${release.product} ${release.version}`, ` · release ${release.product} ${release.version}`) : '')];
    if (first !== source.table && !first.startsWith('clean.')) steps.push(step(first, known.made_of[first]));
    // A simulated number owes nothing to published files but the population that it may be divided by, and a published one nothing to simulated files.
    const denominator = source.code ? c.indicator(source.code).denominator : null;
    for (const [name, feeds] of c.sourcesOf(first)) {
      const own = feeds.filter(feed => (feed.origin === 'synthetic') === simulated || (simulated && denominator === 'population_thousand' && name === STATISTIC));
      if (own.length) steps.push(h('li', {}, title(name, known.made_of[name]), h('p', {class: 'quiet'}, say('nhận tệp từ:', 'takes files from:')), h('ul', {}, own.map(feed => files(feed, known.sources[feed.id])))));
    }
    return h('ol', {class: 'way'}, steps);
  }
  const title = (name, version, ...more) => [h('b', {}, c.tableWords(name) ? c.word(c.tableWords(name).title) : name), h('br'), h('code', {}, name),
    version === undefined ? '' : h('span', {class: 'quiet'}, say(`, phiên bản ${version}`, `, version ${version}`)), more];
  const step = (name, version, column, more) => h('li', {}, title(name, version, column ? [h('span', {class: 'quiet'}, say(', cột ', ', column ')), column] : '', more ? h('span', {class: 'quiet'}, more) : ''));
  function files(feed, known) {
    const newest = known ? known.newest.map(([name, hash]) => h('li', {}, name ? h('span', {}, name, ' ') : '', h('code', {}, hash))) : [];
    const nameless = known && known.newest.every(([name]) => !name);
    return h('li', {}, c.word(feed.title), h('br'), h('span', {class: 'quiet'}, c.word(feed.provider), known ? say(`; ${known.files} tệp`, `; ${known.files} ${known.files === 1 ? 'file' : 'files'}`) + (newest.length ? say(', mới nhất:', ', newest:') : '') : ''),
      newest.length ? h('ul', {class: nameless ? 'newest nameless' : 'newest'}, newest) : '');
  }

  /* ---- the command ---- */
  function trace(source) {
    if (!source.where) return null;
    const condition = Object.entries(source.where).filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => `${key} = '${String(value).replace(/'/g, "''")}'`).join(' AND ');
    const command = `./cuulong trace ${source.table} --column ${source.column} --where "${condition}"`;
    const copied = h('span', {class: 'quiet', role: 'status'});
    return [h('p', {}, say('Lệnh này in ra từng tệp và từng dòng đã góp vào con số, cùng những chỗ phải đoán:', 'This command prints every file and line behind the number, with whatever had to be guessed:')),
      h('pre', {tabindex: '0', 'aria-label': say('Lệnh truy vết', 'Trace command')}, h('code', {}, command)),
      h('button', {type: 'button', class: 'plain', onclick: () => {
        const done = () => { copied.textContent = say(' Đã chép', ' Copied'); };
        if (navigator.clipboard) navigator.clipboard.writeText(command).then(done, () => select(panelCode()));
        else select(panelCode());
      }}, say('Chép lệnh', 'Copy the command')), copied];
  }
  const panelCode = () => document.querySelector('dialog pre code');
  const select = node => window.getSelection().selectAllChildren(node);
})();
