/**
 * The letter for typst. All text is data in `letter`, all measures are those of its form. What stands in the window is
 * set in its place on the first page, and its box is kept as metadata (`<address>`, `<sender>`), so that a test can
 * compute that it shows. Marks and foot are decoration: screen readers pass over them.
 */
export const LETTER_SOURCE = `#let letter = json(bytes(sys.inputs.letter))
#let form = letter.form
#let mm(n) = n * 1mm
#set document(title: letter.subject, author: letter.sender.first())
#set page(
  paper: form.paper,
  margin: (left: mm(form.margin.left), right: mm(form.margin.right), top: mm(form.margin.top), bottom: mm(form.margin.bottom)),
  background: context if counter(page).get().first() == 1 {
    for mark in form.marks { place(top + left, dx: 4mm, dy: mm(mark), line(length: 5mm, stroke: 0.4pt)) }
  },
  footer: context [#set text(8pt); #raw(letter.mark) #h(1fr) #counter(page).display((page, pages) => { let foot = str(page) + " " + letter.of + " " + str(pages); [#metadata(foot)<foot>#foot] }, both: true)],
)
#set text(size: letter.size * 1pt, lang: letter.language, hyphenate: false)
#set par(justify: false, leading: 0.55em, spacing: 0.75em)
#show heading: set block(above: 0.95em, below: 0.45em, sticky: true)

#let at(x, y, body) = place(top + left, dx: mm(x - form.margin.left), dy: mm(y - form.margin.top), body)
#let boxed(name, width, body) = context {
  let size = measure(body, width: width)
  let here = here().position()
  [#metadata((page: here.page, left: here.x / 1mm, top: here.y / 1mm, width: size.width / 1mm, height: size.height / 1mm))#label(name)]
  block(width: width, body)
}
#let stacked(lines, size) = {
  set text(size)
  set par(leading: 0.42em, spacing: 0.42em)
  lines.map(line => [#line]).join(linebreak())
}

#at(form.margin.left, 14, block(width: 100% , grid(columns: (1fr, auto), column-gutter: 8mm,
  text(13pt, weight: "bold", letter.sender.first()),
  align(right, stacked(letter.sender.slice(1), 8pt)),
)))

#context {
  let sizes = (10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5)
  let fits(box, size) = measure(stacked(letter.recipient, size * 1pt), width: mm(box.width)).height <= mm(box.height)
  let size = sizes.find(size => size >= 8 and fits(form.address, size))
  let place-box = if size == none { form.longAddress } else { form.address }
  if size == none { size = sizes.find(size => fits(place-box, size)) }
  if size == none { size = sizes.last() }
  let body = stacked(letter.recipient, size * 1pt)
  let height = measure(body, width: mm(place-box.width)).height / 1mm
  let y = if form.address.align == "bottom" { calc.max(place-box.top, place-box.top + place-box.height - height) } else { place-box.top }
  at(place-box.left, y, boxed("address", mm(place-box.width), body))
  if form.hasReturnLine {
    at(place-box.left, y - 4.5, boxed("sender", mm(place-box.width), underline(offset: 1.5pt, stroke: 0.3pt, text(6.5pt, letter.sender.join(" · ")))))
  }
}

#at(125, form.window.top + 5, block(width: 100% - mm(125 - form.margin.left), stacked((letter.day, ..letter.contact), 9pt)))

#v(mm(form.bodyTop - form.margin.top))
#metadata(letter.size)<size>
#context { let here = here().position(); [#metadata((page: here.page, top: here.y / 1mm))#label("body")] }
#heading(level: 1, outlined: true, text(1.15em, letter.subject))
#let signed = letter.blocks.position(part => part.kind == "signature")
#for (place, part) in letter.blocks.enumerate() {
  // Details, below the signature.
  set text(0.88em) if signed != none and place > signed
  if part.kind == "heading" { [#metadata(part.lines.first())<heading>]; heading(level: 2, text(1.05em, part.lines.first())) }
  else if part.kind == "signature" {
    [#metadata(part.lines)<signature>]
    block(breakable: false, above: 12mm, part.lines.map(line => [#line]).join(linebreak()))
  }
  else if part.kind == "list" {
    [#metadata(part.items)<list>]
    for item in part.items {
      block(above: 0.6em, below: 0.6em, pad(left: 0.8em, par(hanging-indent: 1.2em, item.map(line => [#line]).join(linebreak()))))
    }
  }
  else { par(part.lines.map(line => [#line]).join(linebreak())) }
}
`;
