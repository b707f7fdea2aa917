//! Gateways: diamonds with BPMN's signs (BPMN 2.0, table 10.107).

use super::{Sheet, inside};
use crate::drawing::course::onward;
use crate::drawing::{Colour, Ink};
use crate::model::{Bounds, NodeKind, Point, Vector};
use std::f64::consts::TAU;

/// Draws a gateway into a square.
pub fn gateway(sheet: &mut impl Sheet, place: Bounds, kind: &NodeKind, ink: Ink) {
    let (centre, half) = (place.centre(), place.width / 2.0);
    let diamond = [inside(place, 0.5, 0.0), inside(place, 1.0, 0.5), inside(place, 0.5, 1.0), inside(place, 0.0, 0.5)];
    sheet.polygon(&diamond, ink.ground, ink.line);
    let bold = ink.broad(1.8);
    let arm = |x: f64, y: f64| [onward(centre, Vector::new(-x, -y), half), onward(centre, Vector::new(x, y), half)];
    match kind {
        NodeKind::ExclusiveGateway => {
            sheet.course(&arm(0.24, 0.28), bold);
            sheet.course(&arm(0.24, -0.28), bold);
        }
        NodeKind::ParallelGateway => {
            sheet.course(&arm(0.4, 0.0), bold);
            sheet.course(&arm(0.0, 0.4), bold);
        }
        NodeKind::InclusiveGateway => sheet.circle(centre, half * 0.42, Colour::CLEAR, bold),
        _ => {
            sheet.circle(centre, half * 0.52, Colour::CLEAR, ink.thin());
            sheet.circle(centre, half * 0.43, Colour::CLEAR, ink.thin());
            let corner = |number: u8| {
                let (y, x) = (TAU * (f64::from(number) / 5.0 - 0.25)).sin_cos();
                onward(centre, Vector::new(x, y), half * 0.29)
            };
            let pentagon: [Point; 5] = [0, 1, 2, 3, 4].map(corner);
            sheet.polygon(&pentagon, Colour::CLEAR, ink.thin());
        }
    }
}
