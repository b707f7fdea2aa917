//! Processes, roles, pools, lanes and connections, as version 1 writes them.

use super::{Text, content::LegalBasis, subject::Subject};
use crate::bundle::convert::{choice, record};

record! {
    Process {
        id: u32,
        key: Text,
        name: Text,
        version: Text,
        description: Text,
        kind_of_service: KindOfService,
        leistungsschluessel: Text,
        legal_bases: Vec<LegalBasis>,
        keywords: Vec<Text>,
        land: Option<Land>,
        office_hours: Vec<OfficeHours>,
        fim: Option<FimProfile>,
    }

    FimProfile {
        trigger: FimLink,
        result: FimLink,
        level: Text,
        form_of_action: Text,
        kind_of_procedure: Text,
        purpose: Text,
        goal: Text,
        released_by: Text,
    }

    OfficeHours { weekday: Weekday, from: u32, to: u32 }

    Role { id: u32, key: Text, name: Text, kind: RoleKind }

    Pool { id: u32, key: Text, name: Text, process: Option<u32>, role: Option<u32>, orientation: Orientation }

    Lane { id: u32, key: Text, name: Text, pool: u32, parent: Option<u32>, role: Option<u32> }

    SequenceFlow { id: u32, key: Text, name: Text, from: u32, to: u32, condition: Text, is_default: bool }

    MessageFlow { id: u32, key: Text, name: Text, from: Subject, to: Subject }

    Association { id: u32, from: Subject, to: Subject, is_directed: bool }
}

choice! {
    FimLink { Form(id: Text), Process(id: Text), Words(text: Text) }

    KindOfService { Application, Notification, Registration, Information, Objection, ExOfficio }

    Land {
        BadenWuerttemberg,
        Bayern,
        Berlin,
        Brandenburg,
        Bremen,
        Hamburg,
        Hessen,
        MecklenburgVorpommern,
        Niedersachsen,
        NordrheinWestfalen,
        RheinlandPfalz,
        Saarland,
        Sachsen,
        SachsenAnhalt,
        SchleswigHolstein,
        Thueringen,
    }

    Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday }

    RoleKind { Applicant, Caseworker, OtherAuthority, System }

    Orientation { Horizontal, Vertical }
}
