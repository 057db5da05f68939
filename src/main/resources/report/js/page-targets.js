/* Targets: those that run, those that are due, and the document behind each. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  const FIELDS = {digital: ['Kinh tế số, chuyển đổi số', 'Digital economy and transformation'], economy: ['Kinh tế', 'Economy'], tourism: ['Du lịch', 'Tourism']};
  const field = row => /^target_tourism/.test(row.target_indicator) ? 'tourism' : /^target_grdp/.test(row.target_indicator) ? 'economy' : 'digital';

  c.pages.targets = place => {
    const choice = Object.assign({unit: '', field: '', light: ''}, c.choice());
    const redraw = change => {
      Object.assign(choice, change);
      c.choose(choice);
      c.redraw();
    };
    const all = c.targets();
    if (!all.length) {
      place.append(c.notice(say('Chưa công bố bảng tiến độ chỉ tiêu.', 'No progress towards targets has been published yet.')));
      return;
    }
    const every = {value: '', label: say('tất cả', 'all')};
    const units = c.sorted([...new Set(all.map(row => row.current_unit_id))]);
    const lights = [...new Set(all.map(row => row.light))];
    const shown = all.filter(row => (!choice.unit || row.current_unit_id === choice.unit) && (!choice.field || field(row) === choice.field)
      && (!choice.light || row.light === choice.light));
    const parts = c.targetParts(shown);
    // The sentence tells of the unit and the field that are chosen, whatever their state.
    const told = all.filter(row => (!choice.unit || row.current_unit_id === choice.unit) && (!choice.field || field(row) === choice.field));
    place.append(answer(c.targetParts(told).running, [choice.unit ? c.shortName(choice.unit) : '', choice.field ? say(...FIELDS[choice.field]) : ''].filter(Boolean).join(', ')), h('div', {class: 'controls'},
      c.select(say('Đơn vị', 'Unit'), [every, ...units.map(id => ({value: id, label: c.shortName(id)}))], choice.unit, value => redraw({unit: value})),
      c.select(say('Lĩnh vực', 'Field'), [every, ...Object.keys(FIELDS).map(id => ({value: id, label: say(...FIELDS[id])}))], choice.field, value => redraw({field: value})),
      c.select(say('Tình trạng', 'State'), [every, ...lights.map(light => ({value: light, label: c.lightName(light)}))], choice.light, value => redraw({light: value}))),
    running(parts.running), due(parts.due), simulated(parts.simulated), elsewhere(parts.elsewhere), rules());
    if (!shown.length) place.append(c.notice(say('Không có chỉ tiêu nào như vậy.', 'There is no such target.')));
  };

  const answer = (rows, scope) => h('p', {class: 'answer'}, c.offCourse(rows, scope));
  function rules() {
    const section = c.section(say('Cách tính', 'How it is computed'), null, h('div', {class: 'rules'}, c.targetRules()));
    section.id = 'rules';
    return section;
  }
  /** Figures known until that day decide what is due. */
  const until = rows => rows[0] && rows[0].known_until ? c.day(rows[0].known_until) : '–';

  function running(rows) {
    if (!rows.length) return '';
    const measured = rows.filter(c.hasVerdict);
    const others = rows.filter(row => !c.hasVerdict(row));
    const ends = [...new Set(measured.map(row => row.target_period_end))];
    return c.section(say('Còn hạn', 'Running'), say(`Số liệu đến ${until(rows)}. Xếp theo hạn; cùng hạn thì chậm nhất ở trên.`, `Figures known until ${until(rows)}. The next to be due first; of one date, the farthest off course on top.`),
      c.targetCounts(rows), few(measured), ends.map(end => h('section', {class: 'deadline'}, h('h3', {}, say(`Hạn ${c.day(end)}`, `Due ${c.day(end)}`)), measured.filter(row => row.target_period_end === end).map(c.targetRow))),
      others.length ? h('section', {class: 'deadline'}, h('h3', {}, say(`${others.length} chỉ tiêu còn hạn chưa đo được`, `${others.length} running targets that cannot be measured yet`)), c.targetTable(others)) : null);
  }

  function few(measured) {
    const count = measured.filter(c.hasFewValues).length;
    return count ? h('p', {class: 'note'}, say(`${count} đèn hình rỗng chỉ dựa trên một hay hai giá trị: xu thế chưa đủ số liệu.`, count > 1 ? `${count} hollow lights go by one or two values only: too few for a trend.` : 'The hollow light goes by one or two values only: too few for a trend.')) : null;
  }

  function due(rows) {
    if (!rows.length) return '';
    const measured = rows.filter(c.hasVerdict);
    const others = rows.filter(row => !c.hasVerdict(row));
    const count = light => rows.filter(row => row.light === light).length;
    const undecided = count('undecided');
    return c.section(say('Đã hết hạn', 'Past their deadline'), measured.length
      ? say(`Trong ${measured.length} chỉ tiêu có số liệu của kỳ đến hạn: ${count('met')} đã đạt, ${count('missed')} không đạt${undecided ? `, ${undecided} chưa kết luận được vì khoảng 95% của ước tính chứa cả mục tiêu` : ''}.`,
        `Of ${measured.length} with a figure of the time when they were due, ${count('met')} were met and ${count('missed')} missed${undecided ? `; ${undecided} undecided, because the 95% interval of the estimate holds the target` : ''}.`) : null,
    c.targetCounts(rows), measured.map(c.targetRow),
    others.length ? h('section', {class: 'deadline'}, h('h3', {}, say(`${others.length} chỉ tiêu đã hết hạn chưa có kết luận`, `${others.length} past targets without a verdict`)), c.targetTable(others)) : null);
  }

  function simulated(rows) {
    if (!rows.length) return '';
    const section = c.section(say('Chỉ đo được bằng số liệu mô phỏng', 'Measured by simulated records only'), say('Để trình diễn cách đo; không tính vào các con số ở trên.', 'To demonstrate how they would be measured; not counted above.'), rows.map(c.targetRow));
    section.classList.add('simulated');
    return section;
  }

  function elsewhere(rows) {
    return rows.length ? c.section(say('Cả nước và tỉnh ngoài vùng', 'The nation and provinces outside the region'), say('Không tính vào các con số của vùng.', 'Not counted among those of the region.'), c.targetCounts(rows),
      rows.filter(c.hasVerdict).map(c.targetRow), rows.some(row => !c.hasVerdict(row)) ? c.targetTable(rows.filter(row => !c.hasVerdict(row))) : null) : '';
  }
})();
