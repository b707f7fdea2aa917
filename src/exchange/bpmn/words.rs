//! The words for values in the studio's own extension elements, the same in every language of the studio.

use crate::model::{FimWay, KindOfService, Land, RoleKind, Weekday, WorkState};

macro_rules! words {
    ($($(#[$doc:meta])* $to:ident, $from:ident: $type:ident { $($value:ident = $word:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        pub(super) const fn $to(value: $type) -> &'static str {
            match value {
                $($type::$value => $word,)*
            }
        }

        /// The value of a word.
        pub(super) fn $from(word: &str) -> Option<$type> {
            match word {
                $($word => Some($type::$value),)*
                _ => None,
            }
        }
    )*};
}

words! {
    /// The word for a kind of service.
    kind_of_service, kind_of_service_of: KindOfService {
        Application = "application",
        Notification = "notification",
        Registration = "registration",
        Information = "information",
        Objection = "objection",
        ExOfficio = "exOfficio",
    }

    /// The word for a kind of role.
    role_kind, role_kind_of: RoleKind {
        Applicant = "applicant",
        Caseworker = "caseworker",
        OtherAuthority = "otherAuthority",
        System = "system",
    }

    /// The word for a state of work.
    work_state, work_state_of: WorkState {
        Open = "open",
        InProgress = "inProgress",
        ToReview = "toReview",
        Done = "done",
    }

    /// The word for a way of data.
    fim_way, fim_way_of: FimWay {
        Incoming = "incoming",
        Outgoing = "outgoing",
        Received = "received",
        Provided = "provided",
    }

    /// The word for a day of the week.
    weekday, weekday_of: Weekday {
        Monday = "monday",
        Tuesday = "tuesday",
        Wednesday = "wednesday",
        Thursday = "thursday",
        Friday = "friday",
        Saturday = "saturday",
        Sunday = "sunday",
    }

    /// The word for a Land: its ISO 3166-2 code.
    land, land_of: Land {
        BadenWuerttemberg = "DE-BW",
        Bayern = "DE-BY",
        Berlin = "DE-BE",
        Brandenburg = "DE-BB",
        Bremen = "DE-HB",
        Hamburg = "DE-HH",
        Hessen = "DE-HE",
        MecklenburgVorpommern = "DE-MV",
        Niedersachsen = "DE-NI",
        NordrheinWestfalen = "DE-NW",
        RheinlandPfalz = "DE-RP",
        Saarland = "DE-SL",
        Sachsen = "DE-SN",
        SachsenAnhalt = "DE-ST",
        SchleswigHolstein = "DE-SH",
        Thueringen = "DE-TH",
    }
}
