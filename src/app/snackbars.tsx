import { SnackbarList } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { createPortal } from '@wordpress/element';
import { store as noticesStore } from '@wordpress/notices';
import type { SyntheticEvent } from 'react';
import { focusHeading } from './focus-heading';

const isOnAction = ( { target }: SyntheticEvent ) =>
	target instanceof Element && target.closest( '.components-snackbar__action' ) !== null;

/** What just happened, at the foot of the screen. */
export function Snackbars() {
	const notices = useSelect( ( select ) => select( noticesStore ).getNotices(), [] );
	const { removeNotice } = useDispatch( noticesStore );
	// At the end of the page: inside the screen the foot of wp-admin would lie over their buttons.
	return createPortal(
		<div
			role="presentation"
			// Core's snackbar closes at every key, before the key has pressed its button.
			onKeyPressCapture={ ( event ) => isOnAction( event ) && event.stopPropagation() }
			// The button goes with its snackbar.
			onClickCapture={ ( event ) => isOnAction( event ) && focusHeading() }
		>
			<SnackbarList
				className="carnet-snackbars"
				notices={ notices.filter( ( { type } ) => type === 'snackbar' ) }
				onRemove={ removeNotice }
			/>
		</div>,
		document.body
	);
}
