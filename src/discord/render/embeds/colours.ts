/** Replies that show something. */
export const blue = 0x3b_82_f6
/** Answers that are not sure. */
export const amber = 0xf5_9e_0b
/** Replies that found nothing. */
export const grey = 0x9c_a3_af
