import type { MouseEvent, PointerEvent } from 'react';

let pressedAt = { x: 0, y: 0 };

/**
 * For a button below a form: a press is a click although the button moves away under the pointer, because the field that was
 * left now says what is wrong with it. Whoever moves the pointer away meanwhile still changes their mind.
 */
export const steadyPress = {
	onPointerDown( event: PointerEvent< HTMLElement > ) {
		pressedAt = { x: event.clientX, y: event.clientY };
		event.currentTarget.setPointerCapture( event.pointerId );
	},
	onClick( event: MouseEvent< HTMLElement > ) {
		const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect();
		const { clientX: x, clientY: y, detail } = event;
		const isOn = x >= left && x <= right && y >= top && y <= bottom;
		const isStill = Math.hypot( x - pressedAt.x, y - pressedAt.y ) < 10;
		// The keyboard clicks without a place.
		if ( detail > 0 && ! isOn && ! isStill ) {
			event.preventDefault();
		}
	},
};
