import { parseAddress } from './address';

/**
 * Marks the item of WordPress's sidebar that leads to a page as the current one, as a page load would.
 *
 * @param page Page slug.
 */
export function markCurrentMenuItem( page: string ) {
	const links = document.querySelectorAll< HTMLAnchorElement >( '#toplevel_page_carnet .wp-submenu a' );
	links.forEach( ( link ) => {
		const isCurrent = parseAddress( new URL( link.href ).search ).page === page;
		link.classList.toggle( 'current', isCurrent );
		link.parentElement?.classList.toggle( 'current', isCurrent );
		if ( isCurrent ) {
			link.setAttribute( 'aria-current', 'page' );
		} else {
			link.removeAttribute( 'aria-current' );
		}
	} );
}
