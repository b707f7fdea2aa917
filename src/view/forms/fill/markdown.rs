//! Texts with Markdown: paragraphs, lists, headings, emphasis, and links with their address beside them. Nothing is opened or run.

use super::super::look::Look;
use crate::view::theme::SEMIBOLD;
use egui::text::{LayoutJob, TextFormat};
use egui::{FontFamily, FontId, Label, Stroke, Ui};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Air between paragraphs, in points.
const PARAGRAPH_GAP: f32 = 8.0;

/// A paragraph or an entry of a list.
#[derive(Debug, PartialEq)]
struct Block {
    spans: Vec<Span>,
    /// How deep in lists, and its sign there.
    item: Option<(usize, String)>,
    /// Level of a heading.
    heading: Option<HeadingLevel>,
}

/// A stretch of text of one style.
#[derive(Debug, PartialEq)]
struct Span {
    text: String,
    is_strong: bool,
    is_emphasis: bool,
    is_link: bool,
}

/// Draws a text.
pub fn markdown_ui(ui: &mut Ui, look: Look<'_>, text: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = PARAGRAPH_GAP;
        for block in blocks(text) {
            let response = ui.add(Label::new(job(look, &block, ui.available_width())).wrap());
            if block.heading.is_some() {
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_role(egui::accesskit::Role::Heading);
                    node.set_label(block.spans.iter().map(|span| span.text.as_str()).collect::<String>());
                });
            }
        }
    });
}

fn job(look: Look<'_>, block: &Block, width: f32) -> LayoutJob {
    let sizes = look.sizes();
    let size = match block.heading {
        Some(HeadingLevel::H1 | HeadingLevel::H2) => sizes.page,
        Some(_) => sizes.group,
        None => sizes.text,
    };
    let format = |is_strong: bool| TextFormat {
        font_id: if is_strong { FontId::new(size, FontFamily::Name(SEMIBOLD.into())) } else { FontId::proportional(size) },
        color: look.theme.text,
        line_height: Some((size * 1.4).round()),
        ..TextFormat::default()
    };
    let mut job = LayoutJob { halign: look.begin(), ..LayoutJob::default() };
    job.wrap.max_width = width;
    let mut leading = 0.0;
    if let Some((depth, sign)) = &block.item {
        job.append(&format!("{sign} "), *depth as f32 * 16.0, format(false));
        leading = 2.0;
    }
    for span in &block.spans {
        let mut own = format(span.is_strong || block.heading.is_some());
        own.italics = span.is_emphasis;
        if span.is_link {
            (own.color, own.underline) = (look.theme.accent, Stroke::new(1.0, look.theme.accent));
        }
        job.append(&span.text, leading, own);
        leading = 0.0;
    }
    job
}

/// Reads a text. What is no Markdown that is drawn (HTML, pictures) stands there as it was written.
fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, Options::empty()) {
        reader.take(event);
    }
    reader.close();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    spans: Vec<Span>,
    /// The number of the next entry of each open list; `None`: without numbers.
    lists: Vec<Option<u64>>,
    item: Option<(usize, String)>,
    heading: Option<HeadingLevel>,
    strong: usize,
    emphasis: usize,
    link: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.say(&text),
            Event::SoftBreak => self.say(" "),
            Event::HardBreak => self.say("\n"),
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.close();
                self.lists.push(first);
            }
            Tag::Item => {
                self.close();
                let depth = self.lists.len();
                let sign = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}.", number.saturating_sub(1))
                    }
                    _ => "•".to_owned(),
                };
                self.item = Some((depth, sign));
            }
            Tag::Heading { level, .. } => self.heading = Some(level),
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } => self.link = Some(dest_url.to_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock => self.close(),
            TagEnd::Heading(_) => {
                self.close();
                self.heading = None;
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Link => {
                let address = self.link.take().filter(|address| self.spans.last().is_none_or(|span| span.text != *address));
                address.into_iter().for_each(|address| self.say(&format!(" ({address})")));
            }
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        let (is_strong, is_emphasis) = (self.strong > 0, self.emphasis > 0);
        self.spans.push(Span { text: text.to_owned(), is_strong, is_emphasis, is_link: self.link.is_some() });
    }

    fn close(&mut self) {
        if !self.spans.is_empty() {
            self.blocks.push(Block { spans: std::mem::take(&mut self.spans), item: self.item.take(), heading: self.heading });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, blocks};

    /// Blocks in short: the sign of an entry, `#` for headings, `*` round what is strong, `_` round emphasis, `<>` round links.
    fn short(text: &str) -> Vec<String> {
        let of = |block: &Block| {
            let spans = block.spans.iter().map(|span| match span {
                span if span.is_link => format!("<{}>", span.text),
                span if span.is_strong => format!("*{}*", span.text),
                span if span.is_emphasis => format!("_{}_", span.text),
                span => span.text.clone(),
            });
            let sign = block.item.as_ref().map(|(depth, sign)| format!("{depth}{sign} ")).unwrap_or_default();
            format!("{}{sign}{}", if block.heading.is_some() { "# " } else { "" }, spans.collect::<String>())
        };
        blocks(text).iter().map(of).collect()
    }

    #[test]
    fn paragraphs_and_emphasis() {
        assert_eq!(short("Bitte **beachten** Sie\ndie *Frist*.\n\nDanke."), ["Bitte *beachten* Sie die _Frist_.", "Danke."]);
        assert_eq!(short("## Hinweis\nText"), ["# Hinweis", "Text"]);
    }

    #[test]
    fn lists_with_and_without_numbers() {
        assert_eq!(short("- eins\n- zwei\n  - drei\n\n3. vier\n4. fünf"), ["1• eins", "1• zwei", "2• drei", "13. vier", "14. fünf"]);
    }

    #[test]
    fn links_show_where_they_lead() {
        assert_eq!(short("Siehe [Merkblatt](https://example.org/a)."), ["Siehe <Merkblatt> (https://example.org/a)."]);
        assert_eq!(short("<https://example.org>"), ["<https://example.org>"]);
    }

    #[test]
    fn what_is_not_drawn_stands_as_written() {
        assert_eq!(short("a <b>c</b>").concat(), "a <b>c</b>");
        assert_eq!(short(""), Vec::<String>::new());
        assert_eq!(short("3 * 4 < 5 & 6"), ["3 * 4 < 5 & 6"]);
    }
}
