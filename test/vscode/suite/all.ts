/** Every suite; both hosts run the same. */
import './activation';
import './reading';
import './fixes';
import './typing';
import './sources';
import './sourcesView';
import './sourceReport';
import './settings';
import './checkWorkspace';
import './configurationFile';
import './checking';
import './queries';
import './sourceBook';
import './firstMinutes';
