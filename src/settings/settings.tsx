import { __ } from '@wordpress/i18n';
import { ScreenTitle } from '../app/screen-title';
import { boot, can } from '../entities/boot';
import { formatAddress } from '../router/address';
import { useAddress } from '../router/use-address';
import { TagsTab } from '../tags/tags-tab';
import { DataTab } from './data-tab';
import { ListsTab } from './lists-tab';
import { QuotesTab } from './quotes-tab';

/** The settings, by tab; each person gets those they may change. */
export default function Settings() {
	const { tab } = useAddress();
	const tabs = [
		...( can( 'carnet_manage' ) ? [ { name: 'lists', label: __( 'Lists', 'carnet-crm' ), Tab: ListsTab } ] : [] ),
		...( can( 'carnet_edit' ) && can( 'carnet_others' )
			? [ { name: 'tags', label: __( 'Tags', 'carnet-crm' ), Tab: TagsTab } ]
			: [] ),
		...( can( 'carnet_manage' )
			? [ { name: 'quotes', label: __( 'Quotes', 'carnet-crm' ), Tab: QuotesTab } ]
			: [] ),
		...( can( 'carnet_manage' ) ? [ { name: 'data', label: __( 'Data', 'carnet-crm' ), Tab: DataTab } ] : [] ),
	];
	const current = tabs.find( ( { name } ) => name === tab ) ?? tabs[ 0 ];
	return (
		<>
			<ScreenTitle title={ __( 'Settings', 'carnet-crm' ) } />
			<nav className="nav-tab-wrapper carnet-tabs" aria-label={ __( 'Parts of the settings', 'carnet-crm' ) }>
				{ tabs.map( ( { name, label } ) => (
					<a
						key={ name }
						className={ name === current?.name ? 'nav-tab nav-tab-active' : 'nav-tab' }
						aria-current={ name === current?.name ? 'page' : undefined }
						href={ formatAddress( { page: boot().pages.settings, tab: name } ) }
					>
						{ label }
					</a>
				) ) }
			</nav>
			{ current && <current.Tab /> }
		</>
	);
}
