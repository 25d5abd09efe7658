/**
 * What webpack.config.js puts in place of a library of gestures that DataViews brings along for WordPress 6, where it would
 * only change numbers by dragging them.
 */
export const useDrag = () => () => ( {} );
