//! Code lists of others: genericode (OASIS, 1.0), CSV and what is copied from a spreadsheet.
//!
//! All are read into a [`Listing`], a table that knows which column has the codes; [`Listing::entries`] makes codes of it.

mod csv;
mod genericode;
mod listing;
#[cfg(test)]
mod tests;

pub use csv::{TableFault, read_table, read_table_bytes, write_csv};
pub use genericode::{read_genericode, write_genericode};
pub use listing::{Columns, Listing, MOST_CODES};
