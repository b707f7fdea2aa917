//! What bpmn-js 18 (for forms form-js 1.24, for files bpmn-moddle in Node) needed for the same in Chromium on the same kind of machine, and the bars that follow.

/// The measured times with 1,000 and with 10,000 nodes or fields, in milliseconds of processor time (the fastest of several).
pub struct Peer {
    row: &'static str,
    thousand: f64,
    ten_thousand: Option<f64>,
}

const PEERS: &[Peer] = &[
    Peer { row: "frame_all_pan", thousand: 52.0, ten_thousand: Some(1_430.0) },
    Peer { row: "frame_near_pan", thousand: 26.0, ten_thousand: Some(270.0) },
    Peer { row: "frame_zoom", thousand: 69.0, ten_thousand: Some(1_170.0) },
    Peer { row: "frame_all_drag", thousand: 22.0, ten_thousand: Some(1_080.0) },
    Peer { row: "select_all", thousand: 387.0, ten_thousand: Some(24_652.0) },
    Peer { row: "append", thousand: 197.0, ten_thousand: Some(2_417.0) },
    Peer { row: "undo", thousand: 23.0, ten_thousand: Some(242.0) },
    Peer { row: "open", thousand: 679.0, ten_thousand: Some(7_875.0) },
    Peer { row: "read_bpmn", thousand: 131.0, ten_thousand: Some(1_011.0) },
    Peer { row: "write_bpmn", thousand: 95.0, ten_thousand: Some(1_018.0) },
    Peer { row: "form_open", thousand: 2_260.0, ten_thousand: None },
    Peer { row: "form_key_plain", thousand: 993.0, ten_thousand: None },
    Peer { row: "form_open_conditions", thousand: 3_800.0, ten_thousand: None },
    Peer { row: "form_key_conditions", thousand: 2_130.0, ten_thousand: None },
];

/// How long the peer needed for a row, if that was measured.
pub fn time(row: &str, size: usize) -> Option<f64> {
    let peer = PEERS.iter().find(|peer| peer.row == row)?;
    match size {
        1_000 => Some(peer.thousand),
        10_000 => peer.ten_thousand,
        _ => None,
    }
}
