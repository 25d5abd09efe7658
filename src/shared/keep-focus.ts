import { focusHeading } from '../app/focus-heading';

/**
 * Gives the focus to an element, else to the heading, after the screen took away what had it. Who has moved on meanwhile
 * keeps their place.
 *
 * @param element Where the person goes on; may be missing.
 */
export function keepFocus( element: HTMLElement | null | undefined ) {
	const { activeElement, body } = document;
	if ( activeElement && activeElement !== body && ! activeElement.matches( ':disabled' ) ) {
		return;
	}
	element?.focus();
	if ( ! element?.matches( ':focus' ) ) {
		focusHeading();
	}
}
