//! The heap keeps what one frame gives back for the next.

/// Blocks smaller than this, in bytes, and twice as much at the heap's end are kept: more than the pictures of a thousand elements
/// take, little beside the whole program.
const KEPT: usize = 4 << 20;

/// To be called at the start, once.
///
/// The C library of Linux gives the end of the heap back to the system whenever it is larger than twice the largest block that was
/// freed so far. Then each frame's meshes are new memory for the system to clear, which took up to half of the frame's time; whether
/// it happened depended on where the last small block lay. So a block is freed once that is large enough. It is never
/// written to and so takes no memory; elsewhere nothing happens.
pub fn keep_freed_memory() {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(KEPT)));
}
