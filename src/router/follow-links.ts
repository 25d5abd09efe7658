import { parseAddress } from './address';
import { navigate } from './history';

/**
 * Which link of ours a click follows, or null: another button, a modifier key or a target mean a new tab or window,
 * which is the browser's to open; a link with a fragment (WordPress's skip links and help tabs) stays on the screen.
 *
 * @param event A click anywhere on the page.
 * @param pages The page slugs of the CRM.
 */
export function linkOf( event: MouseEvent, pages: string[] ): URL | null {
	const link = ( event.target as Element | null )?.closest?.( 'a[href]' );
	if (
		! ( link instanceof HTMLAnchorElement ) ||
		event.defaultPrevented ||
		event.button !== 0 ||
		event.metaKey ||
		event.ctrlKey ||
		event.shiftKey ||
		event.altKey ||
		( link.target && link.target !== '_self' ) ||
		link.hasAttribute( 'download' )
	) {
		return null;
	}
	const url = new URL( link.href );
	const isOurs =
		url.origin === window.location.origin &&
		url.pathname === window.location.pathname &&
		! url.hash &&
		pages.includes( url.searchParams.get( 'page' ) ?? '' );
	return isOurs ? url : null;
}

/**
 * Makes every plain link to a CRM screen, in the sidebar, the toolbar or the screen itself, change the screen without
 * a page load. So a link is an ordinary `<a href>` everywhere.
 *
 * @param pages The page slugs of the CRM.
 */
export function followLinks( pages: string[] ) {
	// On the way down: parts of the screen keep clicks from bubbling up (the rows of DataViews).
	document.addEventListener(
		'click',
		( event ) => {
			const url = linkOf( event, pages );
			if ( url ) {
				event.preventDefault();
				navigate( parseAddress( url.search ) );
				// On a phone the sidebar lies over the screen: it gives way.
				document.getElementById( 'wpwrap' )?.classList.remove( 'wp-responsive-open' );
			}
		},
		true
	);
}
