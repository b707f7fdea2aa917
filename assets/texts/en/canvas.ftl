# canvas
