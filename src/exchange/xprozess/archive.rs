//! The archive in which a message carries its model: Base64 of a ZIP, read within limits and never onto the disk.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Largest archive that is opened, in bytes.
pub const LARGEST_PACKED: usize = 16 << 20;
/// Most bytes that may come out of an archive, over all its files.
pub const LARGEST_UNPACKED: u64 = 32 << 20;
/// Most files in an archive.
pub const MOST_FILES: usize = 100;
/// How many times larger than its packed form a file may be, beyond the first mebibyte. XML packs 10 to 50 times.
pub const GREATEST_RATIO: u64 = 200;

/// Some programs leave out the signs that fill up the end.
const BASE64: GeneralPurpose =
    GeneralPurpose::new(&STANDARD, GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent));

/// Why an archive is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveFault {
    /// Not Base64.
    Base64,
    /// Larger than [`LARGEST_PACKED`].
    TooLarge,
    /// Neither an archive nor a model.
    NoArchive,
    /// It is damaged, encrypted or packed in a way that is not read.
    Unreadable,
    /// More files than [`MOST_FILES`].
    TooManyFiles,
    /// A name that leads out of the archive.
    Path(String),
    /// An archive in the archive.
    Nested(String),
    /// What comes out is larger than [`LARGEST_UNPACKED`] or [`GREATEST_RATIO`] allow.
    Bomb(String),
    /// No file of it is BPMN.
    NoModel,
}

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Packed {
    /// Its name, with folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The files of an archive given as Base64, in their order. What is no archive but XML is given as it is.
pub(super) fn unpack(text: &str) -> Result<Vec<Packed>, ArchiveFault> {
    let bytes = decoded(text)?;
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Ok(vec![Packed { name: String::new(), bytes }]);
    }
    if !is_archive(&bytes) {
        return Err(ArchiveFault::NoArchive);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiveFault::Unreadable)?;
    if archive.len() > MOST_FILES {
        return Err(ArchiveFault::TooManyFiles);
    }
    let mut files = Vec::new();
    let mut left = LARGEST_UNPACKED;
    for index in 0..archive.len() {
        if let Some(file) = unpack_one(&mut archive, index, left)? {
            left = left.saturating_sub(file.bytes.len() as u64);
            files.push(file);
        }
    }
    Ok(files)
}

fn decoded(text: &str) -> Result<Vec<u8>, ArchiveFault> {
    if text.len() > LARGEST_PACKED * 2 {
        return Err(ArchiveFault::TooLarge);
    }
    let plain: String = text.chars().filter(|sign| !sign.is_ascii_whitespace()).collect();
    let bytes = BASE64.decode(plain).map_err(|_| ArchiveFault::Base64)?;
    if bytes.len() > LARGEST_PACKED { Err(ArchiveFault::TooLarge) } else { Ok(bytes) }
}

fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// A file of the archive, if `left` bytes are enough for it; `None` for a folder. What the archive says of its size is looked at before
/// anything is unpacked, and not believed while it is.
fn unpack_one(archive: &mut ZipArchive<Cursor<Vec<u8>>>, index: usize, left: u64) -> Result<Option<Packed>, ArchiveFault> {
    let mut file = archive.by_index(index).map_err(|_| ArchiveFault::Unreadable)?;
    let name = file.name().map_err(|_| ArchiveFault::Unreadable)?.into_owned();
    if leads_out(&name) || file.is_symlink() {
        return Err(ArchiveFault::Path(name));
    }
    if file.is_dir() {
        return Ok(None);
    }
    let limit = left.min((1 << 20) + file.compressed_size().saturating_mul(GREATEST_RATIO));
    if file.size() > limit {
        return Err(ArchiveFault::Bomb(name));
    }
    let mut bytes = Vec::new();
    file.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(|_| ArchiveFault::Unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(ArchiveFault::Bomb(name));
    }
    if is_archive(&bytes) {
        return Err(ArchiveFault::Nested(name));
    }
    Ok(Some(Packed { name, bytes }))
}

/// Whether a name, taken as a path, could mean a place outside of the archive.
fn leads_out(name: &str) -> bool {
    let has_drive = name.as_bytes().get(1) == Some(&b':');
    has_drive || name.starts_with('/') || name.contains(['\\', '\0']) || name.split('/').any(|part| part == "..")
}

/// An archive of these files as Base64. The same files always give the same text: their date is fixed.
pub(super) fn pack(files: &[Packed]) -> Result<String, ArchiveFault> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o600);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for Packed { name, bytes } in files {
        writer.start_file(name.as_str(), options).map_err(|_| ArchiveFault::Unreadable)?;
        writer.write_all(bytes).map_err(|_| ArchiveFault::Unreadable)?;
    }
    writer.finish().map(|archive| BASE64.encode(archive.into_inner())).map_err(|_| ArchiveFault::Unreadable)
}
