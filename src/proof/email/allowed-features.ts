/**
 * Features that some mail programs lack and that the email may use all the same, by their slug at caniemail.com,
 * each with what its readers see without it. Whoever adds one says why it does no harm there.
 */

const unstyled = 'Without style sheets headings, lists and links still read in order.';

/** What MJML's own frame uses. */
const ofMjml = {
  'css-at-media': 'Without it phones get the 600-pixel layout, which has one column and shrinks by itself.',
  'css-border': 'Word draws it with its own rounding.',
  'css-direction': 'The dir attribute says the same.',
  'css-display': 'Blocks are tables and divs, which are blocks anyway.',
  'css-font-size': 'Units are pixels, which all know; zero sizes only take gaps away.',
  'css-height': 'Pictures say their height in an attribute too.',
  'css-important': 'Used where a light value stands beside it: the light one stays.',
  'css-line-height': 'Word sets lines a little wider.',
  'css-margin': 'Only negative and automatic margins are in doubt; the table centres too.',
  'css-max-width': 'Word gets a table of fixed width in conditional comments.',
  'css-outline': 'Only on pictures, against a frame some programs draw.',
  'css-padding': 'Word knows it on table cells, where all of the frame is set.',
  'css-selector-class': unstyled,
  'css-selector-descendant': unstyled,
  'css-selector-grouping': unstyled,
  'css-selector-id': 'Only against what Outlook.com adds.',
  'css-selector-type': unstyled,
  'css-text-align': 'Text starts at the edge where its language starts.',
  'css-text-decoration': 'Links are underlined where it is not known.',
  'css-width': 'Word gets widths in attributes.',
  'css-word-break': 'A very long word is wider than its column.',
  'css-word-spacing': 'Set to normal: nothing is lost.',
  'html-align': 'The style says the same.',
  'html-aria-label': 'The title says the same.',
  'html-body': 'Webmail puts a div in its place; the one inside has colour and language.',
  'html-dir': 'Set on root and on what stands in the body, with the style beside it.',
  'html-lang': 'Set on root, on what stands in the body and on stories in other languages.',
  'html-role': 'Without it a screen reader announces tables: no words are lost.',
  'html-style': unstyled,
  'html-width': 'The style says the same.',
};

/** What ours adds. */
const ofOurs = {
  'css-at-media-prefers-color-scheme':
    'Where it is not known the light colours stay, or the program makes its own.',
  'css-background-color': 'A ground as white as the paper, or a button whose cell has the colour too.',
  'css-color-scheme': 'As with the media query.',
  'css-font-weight': 'Only normal and bold are used, which all know.',
  'css-letter-spacing': 'Headlines run a little wider.',
  'css-list-style': 'Quotations get bullets beside the stroke.',
  'css-overflow-wrap': 'The frame says word-break too.',
  'css-selector-adjacent-sibling': 'Quotations of a story stand closer together.',
  'css-selector-chaining': 'Figures of the contents stand closer to the names.',
  'css-text-wrap': 'Headlines break where they happen to.',
  'css-white-space': 'A link of two words may break between them.',
  'html-blockquote': 'A quotation in the letter is set in less.',
  'html-code': 'Words of a machine look like others.',
  'html-bdi': 'The words stay; punctuation between two directions may change sides.',
  'html-lists': 'Gmail and others set them in by their own measure.',
  'html-mailto-links': 'A letter may name an address to write to; where it opens nothing, a reply does.',
  'html-meta-color-scheme': 'As with the media query.',
  'html-small': 'The name of a source is as large as the quotation.',
};

export const allowed: { readonly [slug: string]: string | undefined } = { ...ofMjml, ...ofOurs };
