/* Targets, with lights and documents. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;

  c.pages.targets = place => {
    const choice = Object.assign({unit: '', light: ''}, c.choice());
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
    const units = c.sorted([...new Set(all.map(row => row.current_unit_id))]);
    const lights = [...new Set(all.map(row => row.light))];
    const shown = all.filter(row => (!choice.unit || row.current_unit_id === choice.unit) && (!choice.light || row.light === choice.light));
    place.append(h('div', {class: 'controls'},
      c.select(say('Đơn vị', 'Unit'), [{value: '', label: say('tất cả', 'all')}, ...units.map(id => ({value: id, label: c.shortName(id)}))], choice.unit, value => redraw({unit: value})),
      c.select(say('Tình trạng', 'State'), [{value: '', label: say('tất cả', 'all')}, ...lights.map(light => ({value: light, label: c.lightName(light)}))], choice.light, value => redraw({light: value}))),
    c.targetCounts(shown), h('div', {}, shown.map(c.targetRow)));
  };
})();
