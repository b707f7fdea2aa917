//! Texts without a window: how wide words are, where rows break, and the outlines of letters.
//!
//! The window draws the same rows with the same fonts, so a text has the same breaks and the same room everywhere.

use super::hyphens;
use super::pictogram::Pictogram;
use super::sheet::Wanted;
use crate::model::Point;
use harfrust::{Direction, Script, ShapeOptions, ShapePlan, Shaper, ShaperData, UnicodeBuffer, script};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::sync::OnceLock;

/// Distance from row to row, as a share of the size of type.
pub const ROW: f64 = 1.25;
/// From the top of a row to the line on which letters stand, as a share of the size of type.
pub const BASELINE: f64 = 0.988_75;
/// No letter is narrower, as a share of the size of type; so much of a text is looked at.
const NARROWEST: f64 = 0.1;

/// A font of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// Inter.
    Regular,
    /// Inter, semibold.
    Strong,
    /// The pictograms.
    Pictograms,
}

/// A row of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its letters.
    pub text: String,
    /// Its width, in points.
    pub width: f64,
}

/// A letter in its place, in shares of the size of type from the beginning of the row; y upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u32,
    /// How far to the right.
    pub x: f64,
    /// How far above the line.
    pub y: f64,
}

/// A piece of an outline, in shares of the size of type; x to the right from the letter's place, y downwards from the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// A new outline begins here.
    Begin(Point),
    /// A straight line.
    Line(Point),
    /// A curve with one control point.
    Quadratic(Point, Point),
    /// A curve with two control points.
    Cubic(Point, Point, Point),
    /// Back to where the outline began.
    Close,
}

/// A font that is ready to measure and draw.
struct Face {
    font: FontRef<'static>,
    shaping: ShaperData,
    /// How Latin letters are set, and texts without letters: to find that out takes longer than to set a word.
    plans: [(Script, ShapePlan); 2],
    units: f64,
}

fn face(cut: Cut) -> &'static Face {
    static FACES: OnceLock<[Face; 3]> = OnceLock::new();
    let faces = FACES.get_or_init(|| {
        [
            Face::of(include_bytes!("../../assets/fonts/Inter-Regular.otf")),
            Face::of(include_bytes!("../../assets/fonts/Inter-SemiBold.otf")),
            Face::of(include_bytes!("../../assets/fonts/Pictograms.ttf")),
        ]
    });
    match cut {
        Cut::Regular => &faces[0],
        Cut::Strong => &faces[1],
        Cut::Pictograms => &faces[2],
    }
}

impl Face {
    #[expect(clippy::expect_used, reason = "the fonts are part of the program and read by a test")]
    fn of(bytes: &'static [u8]) -> Self {
        let font = FontRef::new(bytes).expect("the fonts in assets are well formed");
        let units = f64::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let shaping = ShaperData::new(&font);
        let plan = |script| ShapePlan::new(&shaping.shaper(&font).build(), Direction::LeftToRight, script, None, &[]);
        let plans = [(script::LATIN, plan(Some(script::LATIN))), (script::UNKNOWN, plan(None))];
        Self { font, shaping, plans, units }
    }

    fn shaper(&self) -> Shaper<'_> {
        self.shaping.shaper(&self.font).build()
    }
}

/// Sets letters in their places, with kerning and ligatures. Gives the width too, in shares of the size of type.
fn set(face: &Face, shaper: &Shaper<'_>, text: &str) -> (Vec<Glyph>, f64) {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let plan = face.plans.iter().find(|(script, _)| *script == buffer.script()).map(|(_, plan)| plan);
    let plan = plan.filter(|_| buffer.direction() == Direction::LeftToRight);
    let shaped = shaper.shape(buffer, ShapeOptions::new().plan(plan));
    let mut at = 0.0;
    let place = |(info, position): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| {
        let x = at + f64::from(position.x_offset) / face.units;
        let advance = f64::from(position.x_advance) / face.units;
        // What the font lacks takes about as much room as in the font that will stand in for it.
        at += if info.glyph_id == 0 {
            text.get(info.cluster as usize..).and_then(|rest| rest.chars().next()).map_or(advance, stand_in)
        } else {
            advance
        };
        Glyph { id: info.glyph_id, x, y: f64::from(position.y_offset) / face.units }
    };
    let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(place).collect();
    (glyphs, at)
}

/// The usual width of a letter of another font: scripts of East Asia and pictures are square.
fn stand_in(letter: char) -> f64 {
    if ('\u{2e80}'..='\u{d7ff}').contains(&letter) || letter >= '\u{f900}' { 1.0 } else { 0.6 }
}

/// The letters of a row in their places.
pub fn glyphs(cut: Cut, text: &str) -> Vec<Glyph> {
    let face = face(cut);
    set(face, &face.shaper(), text).0
}

/// The letters of a text that the font has not, each once. In pixels they are boxes.
pub fn missing(text: &str) -> impl Iterator<Item = char> {
    let characters = face(Cut::Regular).font.charmap();
    text.chars().filter(move |letter| !letter.is_control() && characters.map(*letter).is_none())
}

/// The width of a text in one row, in points.
pub fn width(text: &str, size: f64, is_strong: bool) -> f64 {
    let face = face(if is_strong { Cut::Strong } else { Cut::Regular });
    set(face, &face.shaper(), text).1 * size
}

/// Breaks a text into rows: at spaces, in words that are too long at syllables. What has no room ends in an ellipsis.
pub fn rows(wanted: &Wanted<'_>) -> Vec<Row> {
    let face = face(if wanted.is_strong { Cut::Strong } else { Cut::Regular });
    let shaper = face.shaper();
    let measure = |text: &str| set(face, &shaper, text).1 * wanted.size;
    let most = (wanted.width / (wanted.size * NARROWEST)).ceil() as usize * (wanted.rows + 1);
    let visible = |letter: &char| *letter == '\n' || !letter.is_control();
    let text: String = wanted.text.chars().take(most).map(|letter| if letter == '\t' { ' ' } else { letter }).filter(visible).collect();
    let text = hyphens::wrapped(&text, |part| measure(part) <= wanted.width);
    let mut rows = Vec::new();
    for paragraph in text.split('\n') {
        fill(paragraph, wanted.width, &measure, &mut rows);
        if rows.len() > wanted.rows {
            break;
        }
    }
    if rows.len() > wanted.rows || wanted.text.chars().nth(most).is_some() {
        let next = rows.get(wanted.rows).cloned().unwrap_or_default();
        rows.truncate(wanted.rows);
        if let Some(last) = rows.last_mut() {
            // As much of the next row as there is room for.
            let joined = last.strip_suffix('-').map_or_else(|| format!("{last} {next}"), |start| format!("{start}{next}"));
            *last = shortened(&joined, wanted.width, &measure);
        }
    }
    rows.into_iter().map(|text| Row { width: measure(&text), text }).collect()
}

/// Breaks a paragraph at its spaces; a word that is wider than a row wherever it must.
fn fill(paragraph: &str, most: f64, measure: &impl Fn(&str) -> f64, rows: &mut Vec<String>) {
    let (mut row, mut taken) = (String::new(), 0.0);
    for word in paragraph.split_inclusive(' ') {
        let (bare, whole) = (measure(word.trim_end()), measure(word));
        if taken + bare > most && !row.is_empty() {
            rows.push(std::mem::take(&mut row).trim_end().to_owned());
            taken = 0.0;
        }
        if bare <= most {
            row.push_str(word);
            taken += whole;
            continue;
        }
        for letter in word.chars() {
            let breadth = measure(letter.encode_utf8(&mut [0; 4]));
            if taken + breadth > most && !row.is_empty() {
                rows.push(std::mem::take(&mut row));
                taken = 0.0;
            }
            row.push(letter);
            taken += breadth;
        }
    }
    rows.push(row.trim_end().to_owned());
}

/// The beginning of a row with an ellipsis.
fn shortened(row: &str, most: f64, measure: &impl Fn(&str) -> f64) -> String {
    let mut kept = row.trim_end_matches('-').to_owned();
    loop {
        let text = format!("{}…", kept.trim_end());
        if kept.pop().is_none() || measure(&text) <= most {
            return text;
        }
    }
}

/// The outline of a letter.
pub fn outline(cut: Cut, glyph: u32) -> Vec<Piece> {
    let face = face(cut);
    let mut pen = Pen { pieces: Vec::new(), units: face.units };
    if let Some(outline) = face.font.outline_glyphs().get(GlyphId::new(glyph)) {
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        // A damaged glyph has no outline; those of our fonts are not damaged.
        let _ = outline.draw(settings, &mut pen);
    }
    pen.pieces
}

/// The outline of a pictogram.
pub fn pictogram(pictogram: Pictogram) -> Vec<Piece> {
    glyphs(Cut::Pictograms, pictogram.glyph()).first().map(|glyph| outline(Cut::Pictograms, glyph.id)).unwrap_or_default()
}

struct Pen {
    pieces: Vec<Piece>,
    units: f64,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> Point {
        Point::new(f64::from(x) / self.units, -f64::from(y) / self.units)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.pieces.push(Piece::Begin(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.pieces.push(Piece::Line(self.at(x, y)));
    }

    fn quad_to(&mut self, control_x: f32, control_y: f32, x: f32, y: f32) {
        self.pieces.push(Piece::Quadratic(self.at(control_x, control_y), self.at(x, y)));
    }

    fn curve_to(&mut self, first_x: f32, first_y: f32, second_x: f32, second_y: f32, x: f32, y: f32) {
        self.pieces.push(Piece::Cubic(self.at(first_x, first_y), self.at(second_x, second_y), self.at(x, y)));
    }

    fn close(&mut self) {
        self.pieces.push(Piece::Close);
    }
}
