/** Heights of a card's picture in dp: Google's RBM reference, `MediaHeight`. */
export const mediaHeights = { short: 112, medium: 168, tall: 264 } as const;

/** Widths of a carousel's cards in dp: Google's RBM reference, `CardWidth`. */
export const carouselWidths = { small: 120, medium: 232 } as const;

/** The picture at the side of a horizontal card, in dp. */
export const sidePicture = 128;

/** No card is lower than this, in dp: Google's RBM guide to rich cards. */
export const lowestCard = 112;

/** Lines after which a phone stops writing and puts an ellipsis. */
export const clamps = { title: 2, description: 5, carouselDescription: 3, fieldLabel: 2 } as const;
