/* The releases, to take away. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  const FORMS = [['xlsx/', 'Excel', 'Excel'], ['csv/', 'CSV (dấu phẩy)', 'CSV (comma)'], ['csv-vi/', 'CSV cho Excel tiếng Việt', 'CSV for Vietnamese Excel'], ['parquet/', 'Parquet', 'Parquet'],
    ['sdmx/', 'SDMX-CSV', 'SDMX-CSV'], ['datapackage.json', 'Data Package', 'Data Package'], ['dcat.jsonld', 'DCAT', 'DCAT'], ['manifest.json', 'Bản kê', 'Manifest'],
    ['SHA256SUMS', 'Mã kiểm tra', 'Checksums'], ['CITATION.cff', 'Cách trích dẫn', 'How to cite'], ['LICENSE.txt', 'Giấy phép', 'Licence'], ['README.md', 'Đọc trước', 'Read me']];

  c.pages.downloads = place => {
    place.append(h('div', {class: 'files'}, c.given('releases').map(release => h('section', {}, h('h3', {}, title(release), ' ', h('span', {class: 'quiet'}, release.version)),
      release.manifest.corrects ? h('p', {class: 'note'}, say('Bản này đính chính: ', 'This release corrects: '), String(release.manifest.corrects)) : null,
      h('ul', {}, FORMS.flatMap(([start, vi, en]) => Object.entries(release.files).filter(([file]) => file.startsWith(start)).map(([file, size]) =>
        h('li', {}, h('a', {href: release.link + '/' + file.split('/').map(encodeURIComponent).join('/')}, file.includes('/') ? file.slice(file.indexOf('/') + 1) : file), ' ',
          h('span', {class: 'quiet'}, `${say(vi, en)}, ${bytes(size)}`)))))))),
    h('p', {class: 'note'}, say('Bản công bố không bao giờ bị sửa; đính chính là một bản mới. Kiểm tra: ', 'A release is never changed; a correction is a new release. Check it: '), h('code', {}, './cuulong verify releases/<product>/<version>')));
  };
  const title = release => release.manifest.title && release.manifest.title.vi ? c.word(release.manifest.title) : release.product;
  const bytes = size => size < 1e6 ? `${c.num(Math.max(1, size / 1000), 0)} KB` : `${c.num(size / 1e6, 1)} MB`;
})();
