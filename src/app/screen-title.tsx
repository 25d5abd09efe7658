import { speak } from '@wordpress/a11y';
import { createPortal, useEffect } from '@wordpress/element';
import type { ReactNode } from 'react';
import { takeFocusDue } from '../router/history';
import { focusHeading } from './focus-heading';

interface ScreenTitleProps {
	/** Undefined while the record it names is being read. */
	title: string | undefined;
	/** Buttons beside the heading. */
	children?: ReactNode;
}

/** ` ‹ Site — WordPress`, as WordPress printed it. */
const SUFFIX = document.title.slice( document.title.indexOf( ' ‹ ' ) );

/**
 * The heading of the screen. PHP prints it, as on every WordPress screen, so that notices of others find their place
 * under it; here its words, the document's title and, after a change of screen, the focus follow.
 */
export function ScreenTitle( { title, children }: ScreenTitleProps ) {
	useEffect( () => {
		const heading = document.getElementById( 'carnet-title' );
		if ( title === undefined || ! heading ) {
			return;
		}
		heading.textContent = title;
		document.title = title + SUFFIX;
		if ( takeFocusDue() ) {
			focusHeading();
			speak( title );
		}
	}, [ title ] );
	const slot = document.getElementById( 'carnet-title-buttons' );
	return slot && children ? createPortal( children, slot ) : null;
}
