/* How the figures are made and how to read them. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;

  c.pages.methods = place => {
    const prose = h('div', {class: 'prose'});
    const add = (title, ...paragraphs) => prose.append(h('h2', {}, title), ...paragraphs.map(one => typeof one === 'string' ? h('p', {}, one) : one));
    add(say('Hai bản đồ', 'Two maps'),
      say('Ngày 1/7/2025, 13 tỉnh, thành phố của vùng cùng với Tây Ninh trở thành 6 đơn vị. Sáu đơn vị mới mang tên cũ trên địa bàn khác: Vĩnh Long năm 2024 và Vĩnh Long năm 2026 là hai nơi. Vì vậy mọi con số ở đây nói rõ nó đứng trên bản đồ nào.',
        'On 1 July 2025 the 13 provinces of the region, together with Tay Ninh, became 6 units. The new units carry old names on other land: Vinh Long of 2024 and Vinh Long of 2026 are two places. Every figure here therefore says on which map it stands.'),
      say('Trên bản đồ 6 đơn vị, số liệu cũ được cộng lại và là chính xác. Trên bản đồ 13 tỉnh, số liệu từ tháng 7/2025 được chia theo dân số và là ước tính: nét đứt và điểm rỗng.',
        'On the map of 6 units, older figures are added up and exact. On the map of 13 provinces, figures since July 2025 are split by population and are estimates: dashed lines and hollow points.'));
    add(say('Dấu hiệu', 'Marks'), h('ul', {},
      h('li', {}, c.syntheticMark(), ' ', say('bản ghi mô phỏng, để trình diễn cách làm; không phải thống kê và không được trích dẫn.', 'synthetic records that demonstrate the method; no statistics, not to be cited.')),
      h('li', {}, h('span', {class: 'mark estimate'}, say('Số liệu ước', 'Estimate')), ' ', say('công bố trước khi kỳ kết thúc hoặc chưa đủ báo cáo.', 'published before the period ended or before all reports came in.')),
      h('li', {}, h('span', {class: 'mark preliminary'}, say('Sơ bộ', 'Preliminary')), ' ', say('đã tính nhưng còn được sửa.', 'computed, but still to be revised.')),
      h('li', {}, h('span', {class: 'mark final'}, say('Đã công bố', 'Published')), ' ', say('tài liệu không ghi là số ước hay sơ bộ; không có nghĩa là số của cơ quan thống kê. Phần sau dấu chấm cho biết trang đã đăng: cơ quan nhà nước, hay báo chí và trang tin.', 'the document does not call it an estimate or preliminary; it need not be a figure of the statistics office. Behind the dot stands whose page it was on: of the government, or of the press and news sites.')),
      h('li', {}, h('span', {class: 'mark added'}, c.addedWords()), ' ', say('không tài liệu nào cho số của tỉnh mới ở kỳ ấy; các số hạng nằm ở “Nguồn và cách tính”.', 'no document gives a figure of the new unit for that period; “Source and method” lists what was added.'))));
    add(say('Ước tính và khoảng tin cậy', 'Estimates and intervals'),
      say('Tỷ trọng kinh tế số trong GRDP của tỉnh là ước tính: giá trị tăng thêm của phần lõi và phần được số hóa, cân đối với số liệu cả nước. Mỗi ước tính đi cùng khoảng tin cậy 95%, phương pháp, ngày ước tính và nguồn. Hai phương pháp của cơ quan thống kê và của bộ không bao giờ trộn lẫn.',
        'The digital share of a province’s GRDP is an estimate: value added of the core and of the digitalised part, balanced to the national figures. Each estimate comes with a 95% interval, a method, a vintage and its sources. The statistics office’s method and the ministry’s are never mixed.'),
      say('Khi hai khoảng tin cậy chồng lên nhau, thứ hạng giữa hai nơi là không chắc chắn.', 'Where two intervals overlap, the order of the two places is uncertain.'));
    add(say('Thứ hạng', 'Ranks'),
      say('Hạng 1 là tốt nhất theo chiều của chỉ tiêu. Chỉ xếp hạng các đơn vị của vùng có đủ số liệu; các giá trị bằng nhau cùng hạng.', 'Rank 1 is the best in the direction of the indicator. Only members of the region with complete records are ranked; equal values share a rank.'));
    add(say('Từ con số về tệp gốc', 'From a number to its file'),
      say('Dưới mỗi hình, “Nguồn và cách tính” cho biết bảng, cột, công thức, nguồn và một lệnh. Lệnh đó dẫn đến từng tệp và từng dòng đã tạo nên con số.',
        'Below each figure, “Source and method” names the table, column, formula, sources and a command. The command leads to every file and line behind the number.'));
    place.append(prose, lineage());
  };

  function lineage() {
    const tables = Object.entries(c.given('words').tables).filter(([name, table]) => name.startsWith('mart.') && (table.shown || c.has(name)));
    return c.section(say('Bảng và nguồn', 'Tables and sources'), say('Mỗi bảng trả lời một câu hỏi.', 'Each table answers one question.'),
      h('div', {class: 'grid two'}, tables.map(([name, table]) => h('article', {class: 'lineage'}, h('h3', {class: 'claim'}, c.word(table.title)),
        h('p', {class: 'note'}, c.word(table.question)), h('p', {class: 'note'}, h('code', {}, name)),
        sources(c.sourcesOf(name).flatMap(([, feeds]) => feeds))))));
  }
  const sources = feeds => h('details', {}, h('summary', {}, say(`${feeds.length} nguồn`, `${feeds.length} sources`)),
    h('ul', {}, feeds.map(source => h('li', {}, c.word(source.title), ' ', h('span', {class: 'quiet'}, '· ', c.word(source.provider)), ' ', source.origin === 'synthetic' ? c.syntheticMark() : null))));
})();
