//! Writes a drawing as SVG 1.1: texts as texts, names as titles, signs once and referred to inside the file.

use super::shape::inner;
use crate::drawing::lettering::{self, Piece};
use crate::drawing::{Align, Colour, Corners, Drawing, Group, Line, Pictogram, Primitive, Text};
use crate::exchange::xml::escaped;
use crate::model::{Bounds, Point};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The studio's typeface, and what stands in for it elsewhere.
const FONTS: &str = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/// What an SVG says to those who cannot see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The language of its texts (BCP 47).
    pub language: &'static str,
    /// What it shows, in words.
    pub description: String,
}

/// The text of the file.
pub fn svg(drawing: &Drawing, scale: f64, caption: &Caption) -> String {
    let area = drawing.area;
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (width, height) = (number(area.width * scale), number(area.height * scale));
    let language = caption.language;
    let view = [area.x, area.y, area.width, area.height].map(number).join(" ");
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    line(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"{view}\" lang=\"{language}\" xml:lang=\"{language}\" role=\"img\" aria-labelledby=\"title desc\">"
    ));
    line(&format!("<title id=\"title\">{}</title>", escaped(&drawing.title)));
    line(&format!("<desc id=\"desc\">{}</desc>", escaped(&caption.description)));
    line(&definitions(drawing));
    line(&format!("<rect{}{}/>", place(area), fill(drawing.ground)));
    line(&format!("<g font-family=\"{FONTS}\" fill=\"none\" stroke=\"none\">"));
    drawing.groups.iter().filter(|group| !group.primitives.is_empty()).for_each(|element| line(&group(element)));
    line("</g>");
    line("</svg>");
    out
}

/// The outlines of the signs that are used.
fn definitions(drawing: &Drawing) -> String {
    let used: BTreeSet<Pictogram> = drawing.groups.iter().flat_map(|group| &group.primitives).filter_map(sign).collect();
    let mut out = String::from("<defs>");
    for pictogram in used {
        let _ = write!(out, "\n<path id=\"{}\" d=\"{}\"/>", id(pictogram), outline(&lettering::pictogram(pictogram)));
    }
    out + "</defs>"
}

fn sign(primitive: &Primitive) -> Option<Pictogram> {
    match primitive {
        Primitive::Pictogram { pictogram, .. } => Some(*pictogram),
        _ => None,
    }
}

fn id(pictogram: Pictogram) -> String {
    format!("sign-{pictogram:?}").to_lowercase()
}

/// An outline of a square of 100 × 100.
fn outline(pieces: &[Piece]) -> String {
    let pair = |point: Point| format!("{} {}", number(point.x * 100.0), number(point.y * 100.0));
    let written = |piece: &Piece| match *piece {
        Piece::Begin(to) => format!("M{}", pair(to)),
        Piece::Line(to) => format!("L{}", pair(to)),
        Piece::Quadratic(control, to) => format!("Q{} {}", pair(control), pair(to)),
        Piece::Cubic(first, second, to) => format!("C{} {} {}", pair(first), pair(second), pair(to)),
        Piece::Close => "Z".to_owned(),
    };
    pieces.iter().map(written).collect()
}

fn group(group: &Group) -> String {
    let mut out = String::from("<g>");
    if !group.name.trim().is_empty() {
        let _ = write!(out, "<title>{}</title>", escaped(group.name.trim()));
    }
    group.primitives.iter().for_each(|primitive| out.push_str(&element(primitive)));
    out + "</g>"
}

fn element(primitive: &Primitive) -> String {
    match primitive {
        Primitive::Rect { bounds, corners, fill: ground, line } => {
            let (bounds, corners) = inner(*bounds, *corners, *line);
            let look = format!("{}{}", fill(*ground), stroke(*line));
            match corners {
                Corners { left, right } if (left - right).abs() < f64::EPSILON && left > 0.0 => {
                    format!("<rect{} rx=\"{}\"{look}/>", place(bounds), number(left))
                }
                Corners { left, .. } if left > 0.0 => format!("<path d=\"{}\"{look}/>", left_rounded(bounds, left)),
                _ => format!("<rect{}{look}/>", place(bounds)),
            }
        }
        Primitive::Circle { centre, radius, fill: ground, line } => {
            let (x, y, radius) = (number(centre.x), number(centre.y), number(*radius));
            format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{}{}/>", fill(*ground), stroke(*line))
        }
        Primitive::Path { points, is_closed, fill: ground, line } => {
            let name = if *is_closed { "polygon" } else { "polyline" };
            let points: Vec<String> = points.iter().map(|point| format!("{},{}", number(point.x), number(point.y))).collect();
            format!("<{name} points=\"{}\"{}{}/>", points.join(" "), fill(*ground), stroke(*line))
        }
        Primitive::Pictogram { pictogram, at, size, colour } => {
            let (x, y, size) = (number(at.x), number(at.y), fine(size / 100.0));
            format!("<use xlink:href=\"#{}\" transform=\"translate({x} {y}) scale({size})\"{}/>", id(*pictogram), fill(*colour))
        }
        Primitive::Text(lines) => text(lines),
    }
}

/// A rectangle that is rounded at its left only.
fn left_rounded(bounds: Bounds, radius: f64) -> String {
    let radius = radius.min(bounds.width).min(bounds.height / 2.0);
    let [near, far, top, bottom] = [bounds.x + radius, bounds.right(), bounds.y, bounds.bottom()].map(number);
    let (left, upper, lower, radius) = (number(bounds.x), number(bounds.y + radius), number(bounds.bottom() - radius), number(radius));
    format!("M{near} {top}H{far}V{bottom}H{near}A{radius} {radius} 0 0 1 {left} {lower}V{upper}A{radius} {radius} 0 0 1 {near} {top}Z")
}

fn text(text: &Text) -> String {
    let mut out = format!("<text font-size=\"{}\"{}", number(text.size), fill(text.colour));
    if text.is_strong {
        out.push_str(" font-weight=\"600\"");
    }
    if text.align == Align::Middle {
        out.push_str(" text-anchor=\"middle\"");
    }
    if text.is_upright {
        let _ = write!(out, " transform=\"rotate(-90 {} {})\"", number(text.at.x), number(text.at.y));
    }
    out.push('>');
    for (row, words) in text.rows.iter().enumerate() {
        let _ = write!(out, "<tspan x=\"{}\" y=\"{}\">{}</tspan>", number(text.at.x), number(text.start(row).y), escaped(&words.text));
    }
    out + "</text>"
}

fn place(bounds: Bounds) -> String {
    let [x, y, width, height] = [bounds.x, bounds.y, bounds.width.max(0.0), bounds.height.max(0.0)].map(number);
    format!(" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}

fn fill(colour: Colour) -> String {
    if colour.is_clear() { String::new() } else { paint("fill", colour) }
}

fn stroke(line: Line) -> String {
    if line.is_none() {
        return String::new();
    }
    let mut out = format!("{} stroke-width=\"{}\"", paint("stroke", line.colour), number(line.width));
    if let Some((dash, gap)) = line.dashes {
        let _ = write!(out, " stroke-dasharray=\"{} {}\"", number(dash), number(gap));
    }
    out
}

fn paint(name: &str, colour: Colour) -> String {
    let [red, green, blue, alpha] = colour.channels;
    let mut out = format!(" {name}=\"#{red:02x}{green:02x}{blue:02x}\"");
    if alpha < 255 {
        let _ = write!(out, " {name}-opacity=\"{}\"", fine(f64::from(alpha) / 255.0));
    }
    out
}

/// A length with at most two places behind the point.
fn number(value: f64) -> String {
    rounded(value, 100.0)
}

/// A factor with at most four places behind the point.
fn fine(value: f64) -> String {
    rounded(value, 10_000.0)
}

fn rounded(value: f64, parts: f64) -> String {
    let rounded = (value * parts).round() / parts;
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}
