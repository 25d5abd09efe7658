import { SnackbarList } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { createPortal } from '@wordpress/element';
import { store as noticesStore } from '@wordpress/notices';

/** What just happened, at the foot of the screen. */
export function Snackbars() {
	const notices = useSelect( ( select ) => select( noticesStore ).getNotices(), [] );
	const { removeNotice } = useDispatch( noticesStore );
	// At the end of the page: inside the screen the foot of wp-admin would lie over their buttons.
	return createPortal(
		<SnackbarList
			className="carnet-snackbars"
			notices={ notices.filter( ( { type } ) => type === 'snackbar' ) }
			onRemove={ removeNotice }
		/>,
		document.body
	);
}
