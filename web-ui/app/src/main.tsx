import { Dashboard } from './dashboard';
import { mount } from './mount';
import './styles/panels.css';

mount(Dashboard);
